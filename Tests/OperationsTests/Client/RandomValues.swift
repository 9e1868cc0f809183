import Common
import Domain
import JSON
import LineProtocol

/// Values that a declared type allows, at its bounds and between them, with members left out now and then.
struct RandomValues {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// - Parameter needed: names that are not left out, and switches among them that are on.
    mutating func object(of params: [Param], needed: Set<String> = []) -> JSONObject {
        var object = JSONObject()
        for param in params {
            let isNeeded = needed.contains(param.name)
            guard param.isRequired || isNeeded || Bool.random(using: &random) else { continue }
            object[param.name] = isNeeded && param.type == .flag ? true : value(of: param.type)
        }
        return object
    }

    mutating func value(of type: ParamType) -> JSONValue {
        switch type {
        case .text(let maxBytes):
            .string(text(of: 0...12, from: Self.letters + Self.spaces, maxBytes: maxBytes))
        case .id: .string(text(of: 1...12, from: Self.letters, maxBytes: Limits.idBytesMax))
        case .code, .codeOrNumber:
            .string(text(of: 1...20, from: Self.letters + Self.spaces, maxBytes: WireLimits.codeBytesMax))
        case .commandID: .string(text(of: 1...20, from: ["A", "z", "7", ".", "_", "-"], maxBytes: 64))
        case .sequence: .int(whole(0...(WireLimits.wholeLimit - 1)))
        case .digits(let range): .string(text(of: range, from: Self.digits, maxBytes: range.upperBound))
        case .whole(let range): .int(whole(range))
        case .decimal(let range): .double(Double.random(in: range, using: &random))
        case .money: .string("\(whole(0...99_999)).\(text(of: 2...2, from: Self.digits, maxBytes: 2))")
        case .flag: .bool(Bool.random(using: &random))
        case .time: .string("\(Instant(millisecondsSince1970: whole(0...4_000_000_000_000)))")
        case .date: .string("\(Day(daysSince1970: whole(0...100_000)))")
        case .choice(let words): .string(one(of: words))
        case .choiceOrList(let words, let others):
            Bool.random(using: &random) ? .string(one(of: words)) : [.string(one(of: others))]
        case .sizeMM: .array((0..<3).map { _ in .int(whole(1...Limits.sideMMMax)) })
        case .list(let element, let max): list(of: element, max: max)
        case .object(let params): .object(object(of: params))
        case .map(let element): .object(["NAME-\(whole(0...9))": value(of: element)])
        case .untouched: ["own": ["deep": .int(whole(0...9))], "": nil]
        }
    }

    /// A place in a box has three numbers, neither more nor fewer.
    private mutating func list(of element: ParamType, max: Int) -> JSONValue {
        let isPlace = if case .whole = element { max == 3 } else { false }
        let count = isPlace ? 3 : whole(0...min(max, 3))
        return .array((0..<count).map { _ in value(of: element) })
    }

    private mutating func whole(_ range: ClosedRange<Int>) -> Int {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: range.lowerBound
        case 1: range.upperBound
        default: Int.random(in: range, using: &random)
        }
    }

    private mutating func one(of words: [String]) -> String { words[whole(0...(words.count - 1))] }

    private mutating func text(
        of counts: ClosedRange<Int>, from characters: [Character], maxBytes: Int
    ) -> String {
        var text = ""
        for _ in 0..<whole(counts) {
            let next = characters[whole(0...(characters.count - 1))]
            if text.utf8.count + String(next).utf8.count <= maxBytes { text.append(next) }
        }
        return text
    }

    private static let letters: [Character] = ["A", "z", "7", "-", "/", "\"", "\\", "=", "é", "箱", "🙂"]
    private static let spaces: [Character] = [" ", "\t", "\n", "\u{1D}"]
    private static let digits: [Character] = Array("0123456789")
}
