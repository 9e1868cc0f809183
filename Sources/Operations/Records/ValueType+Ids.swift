public import Domain
import JSON
import LineProtocol

extension ValueType {
    /// An id of one kind of thing.
    public static func id<Kind>() -> ValueType where Value == Identifier<Kind> {
        ValueType(.id) { $0.string.map { (text: String) in Value(text) } } _: { $1.write($0.text) }
    }

    /// Whose goods; "" where there is one owner.
    public static var client: ValueType<ClientID> {
        ValueType<ClientID>(.text(maxBytes: Limits.idBytesMax)) {
            $0.string.map { (text: String) in ClientID(text) }
        } _: { $1.write($0.text) }
    }

    /// A number that the daemon gave out.
    public static func row<Kind>() -> ValueType where Value == RowID<Kind> {
        ValueType(.number) { $0.int.map { Value($0) } } _: { $1.write($0.number) }
    }

    /// One of a closed set of words.
    public static func word() -> ValueType
    where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
        ValueType(.choice(Value.allCases.map(\.rawValue))) {
            $0.string.flatMap(Value.init(rawValue:))
        } _: { $1.write($0.rawValue) }
    }

    /// One of some words of a larger set.
    public static func word(of words: [Value]) -> ValueType
    where Value: RawRepresentable & Sendable, Value.RawValue == String {
        ValueType(.choice(words.map(\.rawValue))) {
            $0.string.flatMap(Value.init(rawValue:))
        } _: { $1.write($0.rawValue) }
    }
}

extension ValueType where Value == OrderID {
    public static var orderID: ValueType { .id() }
}
extension ValueType where Value == SKUID {
    public static var sku: ValueType { .id() }
}
extension ValueType where Value == WarehouseCode {
    public static var warehouse: ValueType { .id() }
}
extension ValueType where Value == BinCode {
    public static var bin: ValueType { .id() }
}
extension ValueType where Value == SessionRow {
    public static var session: ValueType { .row() }
}
