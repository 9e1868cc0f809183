public import Domain
import JSON

/// Orders that are closed, as one document each, and the numbers on their parcels.
public struct ArchiveTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    static let columns = "id, client, order_id, warehouse, ended_at, document"

    private static let insertion: SQL = """
        INSERT INTO archived_order (id, client, order_id, warehouse, ended_at, document) VALUES (?, ?, ?, ?, ?, ?)
        """
    private static let insertionOfParcel: SQL = "INSERT INTO archived_parcel (sscc, order_row) VALUES (?, ?)"
    private static let byID = SQL("SELECT \(columns) FROM archived_order WHERE order_id = ? AND client = ?")
    private static let ofAnyClient = SQL(
        "SELECT \(columns) FROM archived_order WHERE order_id = ? ORDER BY client")
    private static let byParcel = SQL(
        """
        SELECT \(columns) FROM archived_order WHERE id = (SELECT order_row FROM archived_parcel WHERE sscc = ?)
        """)
    private static let due: SQL =
        "SELECT id FROM archived_order WHERE ended_at < ? ORDER BY ended_at, id LIMIT ?"
    private static let removal: SQL = "DELETE FROM archived_order WHERE id = ?"
    private static let removalOfParcels: SQL = "DELETE FROM archived_parcel WHERE order_row = ?"

    /// Files an order and the numbers of its parcels. The tables that had it remove it.
    public func insert(_ order: ArchivedOrder, ssccs: [String]) throws(Refusal) {
        assert(order.row.number > 0, "an order that was never kept")
        assert(Set(ssccs).count == ssccs.count, "a number is on one parcel")
        try db.run(
            Self.insertion, order.row, order.client, order.id, order.warehouse, order.endedAt,
            StoredText(JSONValue.object(order.document).description, by: db.compression))
        for sscc in ssccs { try db.run(Self.insertionOfParcel, sscc, order.row) }
    }

    public func order(_ id: OrderID, of client: ClientID) throws(Refusal) -> ArchivedOrder? {
        try db.first(Self.byID, id, client, read: read)
    }

    /// The archived orders that have this id with whichever client, by client.
    public func orders(_ id: OrderID) throws(Refusal) -> [ArchivedOrder] {
        try db.all(Self.ofAnyClient, id, read: read)
    }

    /// The archived order that a parcel belonged to.
    public func order(ofParcel sscc: String) throws(Refusal) -> ArchivedOrder? {
        try db.first(Self.byParcel, sscc, read: read)
    }

    /// Forgets the oldest orders that ended before a moment.
    ///
    /// - Returns: how many; fewer than `limit` when none is left.
    public func remove(endedBefore moment: Instant, limit: Int) throws(Refusal) -> Int {
        precondition(limit > 0, "at least one at a time")
        let rows = try db.all(Self.due, moment, limit) { (columns) throws(Refusal) -> OrderRow in
            try columns.row()
        }
        for row in rows {
            try db.run(Self.removalOfParcels, row)
            try db.run(Self.removal, row)
        }
        return rows.count
    }

    private func read(_ columns: inout Columns) throws(Refusal) -> ArchivedOrder {
        try ArchivedOrder(&columns, by: db.compression)
    }
}

extension ArchivedOrder {
    init(_ columns: inout Columns, by compression: TextCompression) throws(Refusal) {
        let (row, client, id): (OrderRow, ClientID, OrderID) = (
            try columns.row(), try columns.id(), try columns.id()
        )
        let (warehouse, endedAt): (WarehouseCode, Instant) = (try columns.id(), try columns.instant())
        let text = try columns.storedText(by: compression)
        guard let document = (try? JSONValue(parsing: text))?.object else {
            throw columns.unreadable("no JSON object")
        }
        self.init(
            row: row, client: client, id: id, warehouse: warehouse, endedAt: endedAt, document: document)
    }
}
