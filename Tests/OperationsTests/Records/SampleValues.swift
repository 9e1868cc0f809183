import Domain
import JSON
import LineProtocol

/// Values that a declared type allows, no two alike, so that a member that is kept in the wrong place is seen.
struct SampleValues {
    /// In events the number of an event is a text.
    var writesSequenceAsText = false
    private var count: Int

    /// - Parameter offset: another one gives other words of each choice.
    init(offset: Int, writesSequenceAsText: Bool = false) {
        count = offset
        self.writesSequenceAsText = writesSequenceAsText
    }

    mutating func object(of params: [Param]) -> JSONObject {
        var object = JSONObject()
        for param in params { object[param.name] = value(of: param.type) }
        return object
    }

    mutating func value(of type: ParamType) -> JSONValue {
        count += 1
        let number = count
        switch type {
        case .text: return .string("text \(number)")
        case .id: return .string("ID-\(number)")
        case .code, .codeOrNumber: return .string("CODE \(number)")
        case .commandID: return .string("c-\(number)")
        case .sequence: return writesSequenceAsText ? .string(String(number)) : .int(number)
        case .digits(let range):
            let digits = String(number)
            return .string(String(repeating: "0", count: max(0, range.lowerBound - digits.count)) + digits)
        case .whole(let range): return .int(max(range.lowerBound, min(range.upperBound, number)))
        case .decimal(let range):
            return .double(max(range.lowerBound, min(range.upperBound, 0.5 + Double(number))))
        case .money: return .string("\(number).25")
        case .flag: return true
        case .time: return .string("\(Instant(millisecondsSince1970: number * 1000))")
        case .date: return .string("\(Day(daysSince1970: number))")
        case .choice(let words): return .string(words[number % words.count])
        case .choiceOrList(let words, _): return .string(words[number % words.count])
        case .sizeMM: return [.int(number), .int(number + 1), .int(number + 2)]
        case .list(let element, let max):
            return .array((0..<min(max, 3)).map { _ in value(of: element) })
        case .object(let params): return .object(object(of: params))
        case .map(let element): return .object([("NAME-\(number)", value(of: element))].asObject)
        case .untouched: return ["own": .int(number)]
        }
    }
}

extension [(String, JSONValue)] {
    fileprivate var asObject: JSONObject { JSONObject(self) }
}
