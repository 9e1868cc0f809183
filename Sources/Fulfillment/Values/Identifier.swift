import GRDB

/// A text that names one thing of one kind, so that a tote's id is never taken for a bin's.
struct Identifier<Kind>: Hashable, Comparable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
    var description: String { text }
}

extension Identifier: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { text.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        String.fromDatabaseValue(value).map(Self.init)
    }
}

/// A row number given out by the database, one numbering for each kind of thing.
struct RowID<Kind>: Hashable, Comparable, Sendable {
    let number: Int

    init(_ number: Int) { self.number = number }

    static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension RowID: CustomStringConvertible {
    var description: String { String(number) }
}

extension RowID: DatabaseValueConvertible {
    var databaseValue: DatabaseValue { number.databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Self? {
        Int.fromDatabaseValue(value).map(Self.init)
    }
}

enum WarehouseKind {}
enum ClientKind {}
enum SKUKind {}
enum BoxKind {}
enum ToteKind {}
enum BinKind {}
enum OrderTextKind {}

typealias WarehouseCode = Identifier<WarehouseKind>
typealias ClientID = Identifier<ClientKind>
typealias SKUID = Identifier<SKUKind>
typealias BoxID = Identifier<BoxKind>
typealias ToteID = Identifier<ToteKind>
typealias BinCode = Identifier<BinKind>
typealias OrderID = Identifier<OrderTextKind>

enum OrderKind {}
enum StockKind {}
enum PickKind {}
enum TourKind {}
enum ParcelKind {}
enum SessionKind {}
enum LabelKind {}
enum ImportKind {}

typealias OrderRow = RowID<OrderKind>
typealias StockRow = RowID<StockKind>
typealias PickRow = RowID<PickKind>
typealias TourRow = RowID<TourKind>
typealias ParcelRow = RowID<ParcelKind>
typealias SessionRow = RowID<SessionKind>
typealias LabelRow = RowID<LabelKind>
typealias ImportRow = RowID<ImportKind>
