internal import JSON

/// How a value of the data is written: `{{weight_g | kg}}`.
enum ValueFormat: Equatable, Sendable {
    /// Grams as kilograms: `1.16`.
    case kilograms
    /// A whole number filled with zeros to this many digits: what the measures of GS1 want.
    case digits(Int)
    case upperCase
    /// Digits in groups of four, for people to read.
    case fours

    static let names = ["kg", "digits6 (1 to 20)", "upper", "fours"]

    init?(_ name: String) {
        switch name {
        case "kg": self = .kilograms
        case "upper": self = .upperCase
        case "fours": self = .fours
        default:
            guard name.hasPrefix("digits"), let count = Int(name.dropFirst(6)), (1...20).contains(count)
            else {
                return nil
            }
            self = .digits(count)
        }
    }

    /// The text of `value`; nil where the value is not of the type that this format writes.
    func text(_ value: JSONValue) -> String? {
        switch self {
        case .kilograms: value.int.map(Self.kilograms)
        case .upperCase: value.string?.uppercased()
        case .fours: value.string.map(Self.fours)
        case .digits(let count):
            value.int.flatMap { number in
                let digits = String(number)
                guard number >= 0, digits.utf8.count <= count else { return nil }
                return String(repeating: "0", count: count - digits.utf8.count) + digits
            }
        }
    }

    private static func kilograms(_ grams: Int) -> String {
        let rest = String(abs(grams % 1000))
        var text =
            (grams < 0 ? "-" : "") + "\(abs(grams / 1000))." + String(repeating: "0", count: 3 - rest.count)
            + rest
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private static func fours(_ text: String) -> String {
        var grouped = ""
        for (index, character) in text.enumerated() {
            if index > 0, index % 4 == 0 { grouped.append(" ") }
            grouped.append(character)
        }
        return grouped
    }
}
