/// The words that the table of application identifiers is written in.
extension ApplicationIdentifier {
    /// - Parameter needs: Companions as the table in the documentation has them: codes of which one must be there,
    ///   with `+` before others of which one must be there too.
    init(_ code: String, _ title: String, _ parts: [Part], needs: String = "") {
        let groups = needs.split(separator: " + ").map { $0.split(separator: " ").map(String.init) }
        let requires = groups.reduce([[]]) { found, choice in
            found.flatMap { group in choice.map { group + [$0] } }
        }
        self.init(code: code, title: title, parts: parts, requires: groups.isEmpty ? [] : requires)
    }

    /// A number whose last digit is a check digit.
    static func key(_ length: Int) -> Part {
        Part(content: .digits, length: length...length, check: .modulo10)
    }

    static func digits(_ length: Int) -> Part { digits(length...length) }
    static func digits(_ length: ClosedRange<Int>) -> Part { Part(content: .digits, length: length) }
    static func text(_ most: Int) -> Part { text(1...most) }
    static func text(_ length: ClosedRange<Int>) -> Part { Part(content: .characters, length: length) }
    static func capitals(_ most: Int) -> Part { Part(content: .capitals, length: 1...most) }

    /// Year, month and day, two digits each; day 00 is the last of the month.
    static let date = Part(content: .digits, length: 6...6, check: .date)
    /// The same with a day of its own.
    static let day = Part(content: .digits, length: 6...6, check: .day)
    /// Hours and minutes.
    static let time = Part(content: .digits, length: 4...4, check: .time)

    /// A part at the end that may be left out as a whole.
    static func optional(_ part: Part) -> Part {
        Part(content: part.content, length: 0...part.length.upperBound, check: part.check)
    }
}
