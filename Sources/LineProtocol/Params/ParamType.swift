/// How a param is read and checked. The declared type decides, never the look of the value:
/// `00123` given for a code stays a text.
public indirect enum ParamType: Sendable, Equatable {
    /// Words for people, of at most so many bytes of UTF-8. Line breaks may stand in it.
    case text(maxBytes: Int)
    /// An id or address: 1 to 64 bytes, no control characters, no space at either end.
    case id
    /// What a scanner read or a person keyed, kept as it came: 1 to 512 bytes.
    case code
    /// A code, or the number that the daemon gave; a number is read as its text.
    case codeOrNumber
    /// The number of an event, as a number or as its text.
    case sequence
    /// 1 to 64 of `A-Za-z0-9._-`.
    case commandID
    /// So many decimal digits, of which leading zeros count.
    case digits(ClosedRange<Int>)
    case whole(ClosedRange<Int>)
    /// A number that need not be whole, such as a latitude.
    case decimal(ClosedRange<Double>)
    /// An amount as a text with two decimals: `"4.20"`.
    case money
    case flag
    /// RFC 3339 with any offset: `2026-05-06T14:00:00Z`, `2026-05-06T16:00:00+02:00`.
    case time
    /// `2026-05-06`.
    case date
    case choice([String])
    /// One of some words, or a list of others, as `any` or `["base", "long_side"]`.
    case choiceOrList([String], of: [String])
    /// Length, width and height in millimetres.
    case sizeMM
    case list(of: ParamType, max: Int)
    case object([Param])
    /// An object with names of the writer's own choosing.
    case map(of: ParamType)
    /// An object that is stored and given back untouched.
    case untouched
}

extension ParamType {
    /// An amount that may be nothing.
    public static let count = whole(0...(WireLimits.wholeLimit - 1))
    /// A number that the daemon gave to a session, a label job or an import.
    public static let number = whole(1...(WireLimits.wholeLimit - 1))
    /// A quantity of pieces.
    public static let quantity = whole(1...1_000_000_000)
    /// A weight in grams; a tonne and more is no parcel and no pallet.
    public static let weightG = whole(0...10_000_000)
    /// A note of ordinary length.
    public static let note = text(maxBytes: WireLimits.textBytesMax)
}

extension ParamType: CustomStringConvertible {
    /// The type as `help` and the protocol page name it.
    public var description: String {
        switch self {
        case .text: "text"
        case .id: "id"
        case .code: "code"
        case .codeOrNumber: "code or number"
        case .sequence: "number of an event"
        case .commandID: "command id"
        case .digits(let range): "\(range.lowerBound) to \(range.upperBound) digits"
        case .whole(let range) where range.upperBound == WireLimits.wholeLimit - 1:
            "whole number, \(range.lowerBound) or more"
        case .whole(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .decimal(let range): "number, \(range.lowerBound) to \(range.upperBound)"
        case .money: "amount, as \"4.20\""
        case .flag: "true or false"
        case .time: "time, as 2026-05-06T14:00:00Z or with an offset"
        case .date: "date, as 2026-05-06"
        case .choice(let words): words.joined(separator: " or ")
        case .choiceOrList(let words, let others):
            "\(words.joined(separator: " or ")), or a list of \(others.joined(separator: ", "))"
        case .sizeMM: "[length, width, height] in mm"
        case .list(let element, let max): "list of at most \(max): \(element)"
        case .object: "object"
        case .map(let element): "object of names, each \(element)"
        case .untouched: "object, kept untouched"
        }
    }

    /// The params inside, where this is an object or a list of objects.
    public var members: [Param]? {
        switch self {
        case .object(let params): params
        case .list(let element, _): element.members
        case .map(let element): element.members
        default: nil
        }
    }
}
