/// Counts what may be YAML aliases (`*name`) in a text before it is read.
///
/// Each alias can stand for a part with aliases in it, so a few lines of them unfold into more elements than any
/// machine can hold. With eight no part is there more than some twenty times.
enum TemplateAliases {
    static let most = 8

    /// Where the first alias beyond ``most`` stands; nil where there are no more.
    ///
    /// - Complexity: linear in the text.
    static func tooMany(in yaml: String) -> (line: Int, column: Int)? {
        var (line, column, count) = (1, 0, 0)
        var before: Unicode.Scalar = "\n"
        var star: (line: Int, column: Int)?
        for scalar in yaml.unicodeScalars {
            column += 1
            if let place = star, isOfName(scalar) {
                count += 1
                if count > most { return place }
            }
            star = scalar == "*" && beginsWord(after: before) ? (line, column) : nil
            if scalar == "\n" { (line, column) = (line + 1, 0) }
            before = scalar
        }
        return nil
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "_-".unicodeScalars.contains(scalar)
    }

    private static func beginsWord(after scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "[{,:?-".unicodeScalars.contains(scalar)
    }
}
