public import Domain
public import JSON
public import LineProtocol

extension ValueType where Value == String {
    /// Words for people, of at most so many bytes.
    public static func text(maxBytes: Int) -> ValueType {
        ValueType(.text(maxBytes: maxBytes)) { $0.string } _: { $1.write($0) }
    }
    /// Words for people, of ordinary length.
    public static var note: ValueType { text(maxBytes: WireLimits.textBytesMax) }
    /// An id that is of no kind of ours, or may be of several.
    public static var anyID: ValueType { ValueType(.id) { $0.string } _: { $1.write($0) } }
    /// What a scanner read or a person keyed.
    public static var code: ValueType { ValueType(.code) { $0.string } _: { $1.write($0) } }
    /// A code, or a number that the daemon gave.
    public static var codeOrNumber: ValueType { ValueType(.codeOrNumber) { $0.string } _: { $1.write($0) } }
    public static var money: ValueType { ValueType(.money) { $0.string } _: { $1.write($0) } }
    /// One of these words.
    public static func choice(_ words: [String]) -> ValueType {
        ValueType(.choice(words)) { $0.string } _: { $1.write($0) }
    }
}

extension ValueType where Value == Int {
    public static func whole(_ range: ClosedRange<Int>) -> ValueType {
        ValueType(.whole(range)) { $0.int } _: { $1.write($0) }
    }
    /// An amount that may be nothing.
    public static var count: ValueType { ValueType(.count) { $0.int } _: { $1.write($0) } }
    /// Any whole number, as results have them.
    public static var int: ValueType { whole(-(WireLimits.wholeLimit - 1)...(WireLimits.wholeLimit - 1)) }
    /// At least one piece.
    public static var quantity: ValueType { ValueType(.quantity) { $0.int } _: { $1.write($0) } }
    public static var weightG: ValueType { ValueType(.weightG) { $0.int } _: { $1.write($0) } }
    /// The number of an event: in events it is a text, so that no reader loses digits.
    public static var sequence: ValueType { ValueType(.sequence) { $0.int } _: { $1.write($0) } }
    public static var sequenceText: ValueType { ValueType(.sequence) { $0.int } _: { $1.write(String($0)) } }
}

extension ValueType where Value == Double {
    public static func decimal(_ range: ClosedRange<Double>) -> ValueType {
        ValueType(.decimal(range)) { $0.double } _: { $1.write($0) }
    }
    /// A length of a walk.
    public static var metres: ValueType { decimal(0...1e9) }
}

extension ValueType where Value == Bool {
    public static var flag: ValueType { ValueType(.flag) { $0.bool } _: { $1.write($0) } }
}

extension ValueType where Value == JSONObject {
    /// An object that is stored and given back as it is.
    public static var untouched: ValueType { ValueType(.untouched) { $0.object } _: { $1.write(.object($0)) } }
    /// An object with members that are checked by another part of the program.
    public static func object(_ params: [Param]) -> ValueType {
        let type = ParamType.object(params)
        return ValueType(type: type) { given, path, faults in
            var check = ParamCheck()
            let checked = check.value(given, as: type, at: path)
            faults += check.faults
            return checked.object
        } write: { $1.write(.object($0)) }
    }
}

extension ValueType where Value == JSONValue {
    /// One of some words, or a list of others.
    public static func choiceOrList(_ words: [String], of others: [String]) -> ValueType {
        ValueType(.choiceOrList(words, of: others)) { $0 } _: { $1.write($0) }
    }
}

extension ValueType where Value == SizeMM {
    public static var sizeMM: ValueType {
        ValueType(.sizeMM) { value in
            let sides = (value.array ?? []).compactMap(\.int)
            return sides.count == 3 ? SizeMM(length: sides[0], width: sides[1], height: sides[2]) : nil
        } _: { $1.write(.array($0.sides.map { .int($0) })) }
    }
}

extension ValueType where Value == Instant {
    public static var time: ValueType { ValueType(.time) { $0.string.flatMap { Instant($0) } } _: { $1.write("\($0)") } }
}

extension ValueType where Value == Day {
    public static var date: ValueType { ValueType(.date) { $0.string.flatMap { Day($0) } } _: { $1.write("\($0)") } }
}
