/// A number given out by the store, one numbering for each kind of thing; none is ever used again.
public struct RowID<Kind>: Hashable, Comparable, Sendable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension RowID: CustomStringConvertible {
    public var description: String { String(number) }
}

public enum OrderRowKind {}
public enum StockKind {}
public enum PickKind {}
public enum TaskKindOfRow {}
public enum TourKindOfRow {}
public enum ParcelKind {}
public enum ManifestKind {}
public enum SessionKind {}
public enum LabelKind {}
public enum ImportKind {}

public typealias OrderRow = RowID<OrderRowKind>
public typealias StockRow = RowID<StockKind>
public typealias PickRow = RowID<PickKind>
public typealias TaskRow = RowID<TaskKindOfRow>
public typealias TourRow = RowID<TourKindOfRow>
public typealias ParcelRow = RowID<ParcelKind>
public typealias ManifestRow = RowID<ManifestKind>
public typealias SessionRow = RowID<SessionKind>
public typealias LabelRow = RowID<LabelKind>
public typealias ImportRow = RowID<ImportKind>
