/// One GS1 application identifier: what the digits in front of a value say about it.
///
/// The facts are those of the GS1 General Specifications, section 3; ``table`` lists what warehouses,
/// carriers and retailers put on units.
struct ApplicationIdentifier: Sendable {
    /// Two to four digits. Where the last one tells the decimals, the family's code ends in `n`: `310n`.
    let code: String
    /// The data title printed beside the value.
    let title: String
    let parts: [Part]
    /// Codes of which one group must stand on the same unit: `[["01"], ["02", "37"]]` is 01, or 02 with 37.
    var requires: [[String]] = []

    struct Part: Sendable {
        enum Content: Sendable { case digits, characters }
        enum Check: Sendable { case none, modulo10, date, time }
        let content: Content
        let length: ClosedRange<Int>
        var check = Check.none
    }

    /// Values of these AIs have a length known in advance, so no separator follows them
    /// (General Specifications, figure 7.8.5-2); the AI's first two digits decide.
    private static let predefinedPrefixes: Set<String> = [
        "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
        "31", "32", "33", "34", "35", "36", "41",
    ]

    var hasPredefinedLength: Bool { Self.predefinedPrefixes.contains(String(code.prefix(2))) }

    /// How many digits the code has, the `n` counted.
    var codeDigits: Int { code.utf8.count }

    var longestValue: Int { parts.reduce(0) { $0 + $1.length.upperBound } }

    /// The AI whose code is exactly `code` (`3103` finds the family `310n`).
    static func named(_ code: String) -> ApplicationIdentifier? {
        if let exact = byCode[code] { return exact }
        guard code.utf8.count == 4, let decimals = code.utf8.last?.asciiDigit, decimals <= 5 else {
            return nil
        }
        return byCode[code.dropLast() + "n"]
    }

    /// The AI that `text` begins with, and its code as it stands there.
    static func leading(_ text: Substring.UTF8View) -> (ai: ApplicationIdentifier, code: String)? {
        for length in 2...4 {
            let head = text.prefix(length)
            guard head.count == length else { return nil }
            let code = String(Substring(head))
            if let ai = named(code) { return (ai, code) }
        }
        return nil
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: table.map { ($0.code, $0) })
}
