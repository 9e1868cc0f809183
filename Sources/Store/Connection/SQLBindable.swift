public import Domain

/// A value that a statement's parameter may have.
public enum SQLValue: Sendable, Equatable {
    case null
    case int(Int)
    case text(String)
    case blob([UInt8])
}

/// A type whose values can be bound to a statement's parameters.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension Int: SQLBindable { public var sqlValue: SQLValue { .int(self) } }
extension Bool: SQLBindable { public var sqlValue: SQLValue { .int(self ? 1 : 0) } }
extension String: SQLBindable { public var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLBindable { public var sqlValue: SQLValue { .blob(self) } }
extension Identifier: SQLBindable { public var sqlValue: SQLValue { .text(text) } }
extension RowID: SQLBindable { public var sqlValue: SQLValue { .int(number) } }
extension Instant: SQLBindable { public var sqlValue: SQLValue { .int(millisecondsSince1970) } }
extension Day: SQLBindable { public var sqlValue: SQLValue { .text(description) } }
extension SQLBindable where Self: RawRepresentable, RawValue == String {
    public var sqlValue: SQLValue { .text(rawValue) }
}
extension Optional: SQLBindable where Wrapped: SQLBindable {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension PickState: SQLBindable {}
extension TaskState: SQLBindable {}
extension TourState: SQLBindable {}
extension ToteState: SQLBindable {}
extension ParcelState: SQLBindable {}
extension ManifestState: SQLBindable {}
extension LabelState: SQLBindable {}
extension ImportState: SQLBindable {}
extension ImportStep: SQLBindable {}
extension OrderStage: SQLBindable {}
extension WorkKind: SQLBindable {}
extension StockStatus: SQLBindable {}
extension Rotation: SQLBindable {}
extension StorageClimate: SQLBindable {}
extension UnitName: SQLBindable {}
extension BoxForm: SQLBindable {}
extension ShortPolicy: SQLBindable {}
extension ShortReason: SQLBindable {}
extension ImportedThing: SQLBindable {}
