public import Domain

/// Which orders a list is to have; nil where it does not matter.
public struct OrderFilter: Sendable, Equatable {
    public var order: OrderID?
    public var client: ClientID?
    public var warehouse: WarehouseCode?
    public var stage: OrderStage?
    public var driver: DriverID?
    public var sku: SKUID?
    /// One of ``OrderFlag/kept``.
    public var flag: OrderFlag?

    public init(
        order: OrderID? = nil, client: ClientID? = nil, warehouse: WarehouseCode? = nil, stage: OrderStage? = nil,
        driver: DriverID? = nil,
        sku: SKUID? = nil, flag: OrderFlag? = nil
    ) {
        self.order = order
        self.client = client
        self.warehouse = warehouse
        self.stage = stage
        self.driver = driver
        self.sku = sku
        self.flag = flag
    }
}

extension OrderTable {
    /// The orders after a key, by client and id, one more than `limit` where there are further ones.
    ///
    /// - Complexity: linear in `limit`, and in the orders that are passed in the index of the rarest thing asked for;
    ///   where that is a stage, a warehouse or nothing, once for each warehouse and stage.
    public func list(
        _ filter: OrderFilter, after: (client: ClientID, id: OrderID)? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        assert(filter.flag.map { OrderFlag.kept.contains($0) } ?? true, "only what is kept is found")
        guard let source = Self.source(filter) else {
            return try listOfPlaces(filter, after: after, limit: limit)
        }
        return try page(filter, from: source, after: after, limit: limit)
    }

    /// An index by what is asked for, or a table of lines by it, whose order is that of the list.
    private struct Source {
        let text: String
        var isLines = false
    }

    private func page(
        _ filter: OrderFilter, from source: Source, after: (client: ClientID, id: OrderID)?, limit: Int
    ) throws(Refusal) -> [Order] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        func require(_ condition: String, _ value: (any SQLBindable)?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        if source.isLines {
            require("line.sku = ?", filter.sku)
        } else {
            require(
                "EXISTS (SELECT 1 FROM line WHERE line.order_row = orders.id AND line.sku = ?)", filter.sku)
        }
        let table = source.isLines ? "line" : "orders"
        let (client, id) = ("\(table).client", "\(table).order_id")
        if let owner = filter.client {
            conditions.append("\(client) = ? AND \(id) > ?")
            // The page after another client's is the first one of this.
            values += [owner, after?.client == owner ? after?.id ?? "" : ""]
        } else {
            conditions.append("(\(client), \(id)) > (?, ?)")
            values += [after?.client ?? "", after?.id ?? ""]
        }
        require("orders.order_id = ?", filter.order)
        require("orders.stage = ?", filter.stage)
        // SQLite has to be told that the index has all of them.
        require("orders.driver <> '' AND orders.driver = ?", filter.driver)
        require("orders.warehouse = ?", filter.warehouse)
        if let flag = filter.flag { conditions.append("orders.is_\(flag.rawValue) = 1") }
        // An order may have several lines of a SKU.
        let once = source.isLines ? " GROUP BY \(client), \(id)" : ""
        let text = """
            SELECT \(Self.ownColumns) FROM \(source.text) WHERE \(conditions.joined(separator: " AND "))\(once)
            ORDER BY \(client), \(id) LIMIT ?
            """
        return try db.all(text: text, values + [limit + 1], read: Order.init)
    }

    private static let ownColumns =
        columns.split(separator: ", ").map { "orders.\($0)" }.joined(separator: ", ")

    /// The index of what is rarest, which has the list's order already; nil where only places and owners are asked for.
    private static func source(_ filter: OrderFilter) -> Source? {
        if filter.order != nil { return Source(text: "orders INDEXED BY order_number") }
        if filter.sku != nil {
            return Source(
                text: "line INDEXED BY line_sku CROSS JOIN orders ON orders.id = line.order_row", isLines: true)
        }
        if let flag = filter.flag { return Source(text: "orders INDEXED BY order_open_is_\(flag.rawValue)") }
        return filter.driver == nil ? nil : Source(text: "orders INDEXED BY order_driver")
    }

    private static let page = SQL("SELECT \(columns) FROM orders WHERE id > ? ORDER BY id LIMIT ?")

    private static let rowsOfPage: SQL = "SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT ?"

    /// The numbers of all orders after one, readable or not.
    public func rows(after row: OrderRow?, limit: Int) throws(Refusal) -> [OrderRow] {
        try db.all(Self.rowsOfPage, row?.number ?? 0, limit) { (columns) throws(Refusal) -> OrderRow in
            try columns.row()
        }
    }

    /// All orders after a row, for reading everything in pages.
    public func orders(after row: OrderRow?, limit: Int) throws(Refusal) -> [Order] {
        try db.all(Self.page, row?.number ?? 0, limit, read: Order.init)
    }
}
