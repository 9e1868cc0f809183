public import Domain

/// Where an order stands in the list of those that have a SKU: where its first line does in the index of lines.
public struct SKUOrderKey: Sendable, Equatable {
    public let client: ClientID
    public let warehouse: WarehouseCode
    /// The urgency of its lines, less for what is more urgent; nil where they hold no promise.
    public let rank: Int?
    public let order: OrderRow

    public init(client: ClientID, warehouse: WarehouseCode, rank: Int?, order: OrderRow) {
        self.client = client
        self.warehouse = warehouse
        self.rank = rank
        self.order = order
    }

    /// Before all orders of a client.
    static func first(of client: ClientID) -> SKUOrderKey {
        SKUOrderKey(client: client, warehouse: "", rank: Int.min, order: OrderRow(0))
    }
}

/// Some orders that have a SKU.
public struct SKUOrders: Sendable, Equatable {
    public var orders: [Order] = []
    /// Where to go on; nil where none is left.
    public var next: SKUOrderKey?
}

/// The orders that have a SKU, as the index of lines gives them: by client and warehouse, those whose lines hold promises
/// first, the most urgent before the others, and then those that have been released or lost their promises.
///
/// An order goes behind the others when it is released: who reads page by page may be given it twice then, but does not
/// miss it.
extension OrderTable {
    /// Lines that are read at a time.
    private static let linesRead = 100

    private static let nextClient: SQL =
        "SELECT client FROM line INDEXED BY line_sku WHERE sku = ? AND client > ? ORDER BY client LIMIT 1"
    private static let firstClient: SQL =
        "SELECT client FROM line INDEXED BY line_sku WHERE sku = ? ORDER BY client LIMIT 1"
    private static let keyColumns = "order_row, client, warehouse, nullif(promised_rank, '')"
    private static let keysOfClient = SQL(
        """
        SELECT \(keyColumns) FROM line INDEXED BY line_sku
        WHERE sku = ? AND client = ? AND (warehouse, promised_rank, order_row) > (?, ?, ?)
        ORDER BY warehouse, promised_rank, order_row LIMIT ?
        """)
    private static let keysOfPlace = SQL(
        """
        SELECT \(keyColumns) FROM line INDEXED BY line_sku
        WHERE sku = ? AND client = ? AND warehouse = ? AND (promised_rank, order_row) > (?, ?)
        ORDER BY promised_rank, order_row LIMIT ?
        """)
    /// Whether a line of the SKU in the order of row `?1` holds a promise.
    private static let holdsPromise = SQL(
        """
        SELECT 1 FROM line INDEXED BY line_sku
        WHERE sku = ?2 AND client = ?3 AND warehouse = ?4 AND promised_rank = (\(rankOfRow)) AND order_row = ?1 LIMIT 1
        """)

    /// Some orders of a list that have a SKU; each is there once, however many lines of the SKU it has.
    ///
    /// - Parameters:
    ///   - filter: which of them; what it says of SKUs is left aside.
    ///   - key: where it goes on, as ``SKUOrders/next`` said; nil at the beginning.
    ///   - rowsMax: lines that are passed at most, in search of orders that are wanted; there may be further ones behind
    ///     them.
    /// - Complexity: linear in `limit` and `rowsMax`
    public func orders(
        of sku: SKUID, _ filter: OrderFilter, after key: SKUOrderKey? = nil, limit: Int, passing rowsMax: Int
    ) throws(Refusal) -> SKUOrders {
        assert(limit > 0 && rowsMax > 0, "where nothing is looked at nothing is found")
        var found = SKUOrders()
        guard var reached = try beginning(of: sku, filter, after: key) else { return found }
        /// That of the last order that was found.
        var end = reached
        var passed = 0
        while passed < rowsMax {
            let wanted = min(Self.linesRead, rowsMax - passed)
            let keys = try keys(of: sku, in: filter.warehouse, after: reached, limit: wanted)
            for key in keys where key != reached {
                reached = key
                guard let order = try self.order(of: key, sku, if: filter) else { continue }
                if found.orders.count == limit {
                    found.next = end
                    return found
                }
                found.orders.append(order)
                end = key
            }
            // A client of whom there are no further lines has taken a search.
            passed += max(keys.count, 1)
            if keys.count == wanted { continue }
            guard filter.client == nil, let client = try self.client(after: reached.client, of: sku) else {
                return found
            }
            reached = SKUOrderKey.first(of: client)
        }
        found.next = reached
        return found
    }

    /// The key to go on after; nil where no order has the SKU.
    private func beginning(
        of sku: SKUID, _ filter: OrderFilter, after key: SKUOrderKey?
    ) throws(Refusal) -> SKUOrderKey? {
        // The page after another client's is the first one of this.
        if let client = filter.client { return key?.client == client ? key : SKUOrderKey.first(of: client) }
        if let key { return key }
        return try client(after: nil, of: sku).map { SKUOrderKey.first(of: $0) }
    }

    private func client(after last: ClientID?, of sku: SKUID) throws(Refusal) -> ClientID? {
        let read = { (columns: inout Columns) throws(Refusal) -> ClientID in try columns.id() }
        guard let last else { return try db.first(Self.firstClient, sku, read: read) }
        return try db.first(Self.nextClient, sku, last, read: read)
    }

    /// The keys of a client's lines after one, in order; those of an order follow each other where they are alike.
    private func keys(
        of sku: SKUID, in warehouse: WarehouseCode?, after last: SKUOrderKey, limit: Int
    ) throws(Refusal) -> [SKUOrderKey] {
        guard let warehouse else {
            return try db.all(
                Self.keysOfClient, sku, last.client, last.warehouse, last.rankInIndex, last.order, limit,
                read: SKUOrderKey.init)
        }
        if warehouse < last.warehouse { return [] }
        let from = warehouse == last.warehouse ? last : SKUOrderKey.first(of: last.client)
        return try db.all(
            Self.keysOfPlace, sku, from.client, warehouse, from.rankInIndex, from.order, limit,
            read: SKUOrderKey.init)
    }

    /// The order of a line; nil where it is not wanted, or has a line of the SKU that comes before.
    private func order(of key: SKUOrderKey, _ sku: SKUID, if filter: OrderFilter) throws(Refusal) -> Order? {
        guard let order = try db.first(Self.byRow, key.order, read: Order.init) else { throw missing(key.order) }
        if let id = filter.order, id != order.id { return nil }
        if let stage = filter.stage, stage != order.stage { return nil }
        if let driver = filter.driver, driver != order.driver { return nil }
        if let flag = filter.flag, !order.flags(at: order.acceptedAt).contains(flag) { return nil }
        // One line may hold its promise while another has lost it.
        if key.rank == nil, !order.isReleased,
            try db.exists(Self.holdsPromise, key.order, sku, key.client, key.warehouse)
        {
            return nil
        }
        return order
    }
}

extension SKUOrderKey {
    init(_ columns: inout Columns) throws(Refusal) {
        let order: OrderRow = try columns.row()
        self.init(
            client: try columns.id(), warehouse: try columns.id(), rank: try columns.optionalInt(), order: order)
    }

    /// As the index has it: "" stands behind every number.
    fileprivate var rankInIndex: any SQLBindable {
        if let rank { return rank }
        return ""
    }
}
