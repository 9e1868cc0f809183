internal import Common

/// One GS1 application identifier: what the digits in front of a value say about it.
///
/// The facts are those of the GS1 General Specifications, section 3, and of the GS1 Barcode Syntax Dictionary
/// (GS1 AISBL, 2023); ``table`` lists them all.
struct ApplicationIdentifier: Sendable {
    /// Two to four digits. Where the last one gives the decimals, the family's code ends in `n`: `310n`.
    let code: String
    /// The data title printed beside the value.
    let title: String
    let parts: [Part]
    /// Codes of which one group must stand on the same unit: `[["01"], ["02", "37"]]` is 01, or 02 with 37. An `n`
    /// stands for any digit.
    var requires: [[String]] = []

    struct Part: Sendable {
        enum Content: Sendable { case digits, characters, capitals }
        enum Check: Sendable { case none, modulo10, date, day, time }
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

    /// libzint 2.11 is older than these, and makes no symbol of them: they are read, and written in Digital Links.
    private static let newerThanEncoder: Set<String> = [
        "03", "4330", "4331", "4332", "4333", "7011", "7041", "716", "717", "7241", "7242", "7250", "7251",
        "7252", "7253",
        "7254", "7255", "7256", "7257", "7258", "7259", "8014", "8030", "8040", "8041", "8042", "8043",
    ]

    /// Whether symbols of element strings can be made of it.
    var isEncodable: Bool { !Self.newerThanEncoder.contains(code) }

    var longestValue: Int { parts.reduce(0) { $0 + $1.length.upperBound } }

    /// The highest digit that may stand for the `n`: amounts have more decimals than measures, percentages fewer.
    private var decimalsMax: Int {
        switch code {
        case "390n", "391n", "392n", "393n": 9
        case "394n": 3
        default: 5
        }
    }

    /// The AI whose code is exactly `code` (`3103` finds the family `310n`).
    static func named(_ code: String) -> ApplicationIdentifier? {
        if let exact = byCode[code] { return exact }
        guard code.utf8.count == 4, let decimals = code.utf8.last?.asciiDigit,
            let family = byCode[code.dropLast() + "n"], decimals <= family.decimalsMax
        else { return nil }
        return family
    }

    /// Whether `code` is meant by `pattern`, in which `n` stands for any digit.
    static func isMeant(_ code: String, by pattern: String) -> Bool {
        code.utf8.count == pattern.utf8.count
            && zip(code.utf8, pattern.utf8).allSatisfy { $1 == UInt8(ascii: "n") || $0 == $1 }
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
