import Domain
public import JSON

/// The result of reading one value as a type.
public enum ParamReading: Sendable {
    case value(JSONValue)
    case wrongType
    case refused(String)
}

extension ParamType {
    /// Reads a value that is no object and no list with params of its own.
    public func reading(_ value: JSONValue) -> ParamReading {
        switch self {
        case .text(let maxBytes):
            text(value) { $0.utf8.count <= maxBytes ? nil : "is longer than \(maxBytes) bytes" }
        case .id: text(value, Self.whyNoID)
        case .code: text(value, Self.whyNoCode)
        case .codeOrNumber: text(value.int.map { .string(String($0)) } ?? value, Self.whyNoCode)
        case .sequence: sequence(value)
        case .commandID: text(value, Self.whyNoCommandID)
        case .digits(let range):
            text(value) {
                Self.isDigits($0, range) ? nil : "must be \(range.lowerBound) to \(range.upperBound) digits"
            }
        case .money: text(value, Self.whyNoMoney)
        case .time:
            text(value) {
                Instant($0) != nil
                    ? nil : "is no time: write it as 2026-05-06T14:00:00Z, or with an offset such as +02:00"
            }
        case .date: text(value) { Day($0) != nil ? nil : "is no date: write it as 2026-05-06" }
        case .choice(let words):
            text(value) { words.contains($0) ? nil : "is \"\($0)\": give \(words.joined(separator: " or "))" }
        case .choiceOrList(let words, let others): choiceOrList(value, words, others)
        case .whole(let range): whole(value, range)
        case .decimal(let range): decimal(value, range)
        case .flag: value.bool == nil ? .wrongType : .value(value)
        case .sizeMM: size(value)
        case .untouched: value.object == nil ? .wrongType : .value(value)
        case .list, .object, .map: .wrongType
        }
    }

    private func text(_ value: JSONValue, _ whyNot: (String) -> String?) -> ParamReading {
        guard let text = value.string else { return .wrongType }
        return whyNot(text).map { .refused($0) } ?? .value(value)
    }

    private func choiceOrList(_ value: JSONValue, _ words: [String], _ others: [String]) -> ParamReading {
        guard let list = value.array else {
            return text(value) { words.contains($0) ? nil : "is \"\($0)\": give \(self)" }
        }
        let strange = list.first { $0.string.map { !others.contains($0) } ?? true }
        if let strange { return .refused("holds \(strange): give \(self)") }
        return list.isEmpty ? .refused("is empty: give \(self)") : .value(value)
    }

    private func sequence(_ value: JSONValue) -> ParamReading {
        guard let number = value.int ?? value.string.flatMap({ Int($0) }) else {
            return value.string == nil ? .wrongType : .refused("is no number of an event, such as 9001")
        }
        return (0..<WireLimits.wholeLimit).contains(number)
            ? .value(.int(number)) : .refused("is no number of an event, such as 9001")
    }

    private func whole(_ value: JSONValue, _ range: ClosedRange<Int>) -> ParamReading {
        guard let number = value.double else { return .wrongType }
        guard let whole = value.int else { return .refused("is \(number): whole numbers only") }
        guard range.contains(whole) else {
            return .refused("is \(whole): it must lie between \(range.lowerBound) and \(range.upperBound)")
        }
        return .value(.int(whole))
    }

    private func decimal(_ value: JSONValue, _ range: ClosedRange<Double>) -> ParamReading {
        guard let number = value.double else { return .wrongType }
        guard range.contains(number) else {
            return .refused("is \(number): it must lie between \(range.lowerBound) and \(range.upperBound)")
        }
        return .value(value)
    }

    private func size(_ value: JSONValue) -> ParamReading {
        guard let sides = value.array else { return .wrongType }
        let lengths = sides.compactMap(\.int).filter { (1...Limits.sideMMMax).contains($0) }
        guard sides.count == 3, lengths.count == 3 else {
            return .refused(
                "must be three whole numbers of mm, each 1 to \(Limits.sideMMMax): [length, width, height]")
        }
        return .value(.array(lengths.map { .int($0) }))
    }

    private static func whyNoID(_ text: String) -> String? {
        if text.isEmpty { return "is empty" }
        if text.utf8.count > Limits.idBytesMax { return "is longer than \(Limits.idBytesMax) bytes" }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
        if text.first == " " || text.last == " " { return "begins or ends with a space" }
        return nil
    }

    private static func whyNoCode(_ text: String) -> String? {
        if text.isEmpty { return "is empty" }
        return text.utf8.count > WireLimits.codeBytesMax
            ? "is longer than \(WireLimits.codeBytesMax) bytes" : nil
    }

    private static func whyNoCommandID(_ text: String) -> String? {
        let isSpelledRight = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isSpelledRight, (1...Limits.idBytesMax).contains(text.utf8.count) else {
            return "must be 1 to \(Limits.idBytesMax) of A-Z a-z 0-9 . _ -"
        }
        return nil
    }

    private static func whyNoMoney(_ text: String) -> String? {
        let parts = Substring(text).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, isDigits(parts[0], 1...12), isDigits(parts[1], 2...2) else {
            return "must be an amount with two decimals, such as \"4.20\""
        }
        return nil
    }

    private static func isDigits(_ text: String, _ counts: ClosedRange<Int>) -> Bool {
        isDigits(Substring(text).utf8, counts)
    }

    private static func isDigits(_ bytes: Substring.UTF8View, _ counts: ClosedRange<Int>) -> Bool {
        counts.contains(bytes.count) && bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }
}
