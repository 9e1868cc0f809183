/// Text five rows high, to be read at arm's length.
///
///     #    ###     # ###
///     ##     #    ##   #      B-3-12 and the like: letters, digits and a few signs
enum BlockLetters {
    static let height = 5

    /// The rows of `text`, or nil where it is wider than `width` or holds a sign that has no block form.
    static func rows(of text: String, width: Int, ink: Character) -> [String]? {
        var rows = [String](repeating: "", count: height)
        for (index, character) in text.uppercased().enumerated() {
            guard let glyph = glyphs[character] else { return nil }
            for row in 0..<height {
                if index > 0 { rows[row] += " " }
                rows[row] += glyph[row].map { $0 == "#" ? String(ink) : " " }.joined()
            }
        }
        guard let widest = rows.first?.count, (1...width).contains(widest) else { return nil }
        return rows
    }

    private static let glyphs: [Character: [String]] = {
        var glyphs: [Character: [String]] = [:]
        for (characters, rows) in sheets {
            for (index, character) in characters.enumerated() {
                glyphs[character] = rows.map { row in
                    let columns = row.split(separator: "|", omittingEmptySubsequences: false)
                    return String(columns[index])
                }
            }
        }
        return glyphs
    }()

    private static let sheets: [(String, [String])] = [
        (
            "0123456789",
            [
                "###| # |###|###|# #|###|###|###|###|###",
                "# #|## |  #|  #|# #|#  |#  |  #|# #|# #",
                "# #| # |###| ##|###|###|###| # |###|###",
                "# #| # |#  |  #|  #|  #|# #| # |# #|  #",
                "###|###|###|###|  #|###|###| # |###|###",
            ]
        ),
        (
            "ABCDEFGHI",
            [
                " # |## | ##|## |###|###| ##|# #|###",
                "# #|# #|#  |# #|#  |#  |#  |# #| # ",
                "###|## |#  |# #|## |## |# #|###| # ",
                "# #|# #|#  |# #|#  |#  |# #|# #| # ",
                "# #|## | ##|## |###|#  | ##|# #|###",
            ]
        ),
        (
            "JKLMNOPQR",
            [
                "  #|# #|#  |#   #|#  #| # |## | # |## ",
                "  #|# #|#  |## ##|## #|# #|# #|# #|# #",
                "  #|## |#  |# # #|# ##|# #|## |# #|## ",
                "# #|# #|#  |#   #|#  #|# #|#  |## |# #",
                " # |# #|###|#   #|#  #| # |#  | ##|# #",
            ]
        ),
        (
            "STUVWXYZ",
            [
                " ##|###|# #|# #|#   #|# #|# #|###",
                "#  | # |# #|# #|#   #|# #|# #|  #",
                " # | # |# #|# #|# # #| # | # | # ",
                "  #| # |# #|# #|## ##|# #| # |#  ",
                "## | # |###| # |#   #|# #| # |###",
            ]
        ),
        (
            "-./× ",
            [
                "  | |  #|   |  ",
                "  | |  #|   |  ",
                "##| | # |# #|  ",
                "  | |#  | # |  ",
                "  |#|#  |# #|  ",
            ]
        ),
    ]
}
