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
    /// The orders after a key, by client and id, one more than `limit` where there are further ones. Those that have a
    /// SKU are in ``orders(of:_:after:limit:passing:)``, but for those of one id.
    ///
    /// - Complexity: linear in `limit`, and in the orders that are passed in the index of the rarest thing asked for;
    ///   where that is a stage, a warehouse or nothing, once for each warehouse and stage.
    public func list(
        _ filter: OrderFilter, after: (client: ClientID, id: OrderID)? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        assert(filter.flag.map { OrderFlag.kept.contains($0) } ?? true, "only what is kept is found")
        assert(filter.sku == nil || filter.order != nil, "the orders of a SKU are in another list")
        guard let index = Self.index(filter) else {
            return try listOfPlaces(filter, after: after, limit: limit)
        }
        return try page(filter, from: index, after: after, limit: limit)
    }

    private func page(
        _ filter: OrderFilter, from index: String, after: (client: ClientID, id: OrderID)?, limit: Int
    ) throws(Refusal) -> [Order] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        func require(_ condition: String, _ value: (any SQLBindable)?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        require("EXISTS (SELECT 1 FROM line WHERE line.order_row = orders.id AND line.sku = ?)", filter.sku)
        if let owner = filter.client {
            conditions.append("orders.client = ? AND orders.order_id > ?")
            // The page after another client's is the first one of this.
            values += [owner, after?.client == owner ? after?.id ?? "" : ""]
        } else {
            conditions.append("(orders.client, orders.order_id) > (?, ?)")
            values += [after?.client ?? "", after?.id ?? ""]
        }
        require("orders.order_id = ?", filter.order)
        require("orders.stage = ?", filter.stage)
        // SQLite has to be told that the index has all of them.
        require("orders.driver <> '' AND orders.driver = ?", filter.driver)
        require("orders.warehouse = ?", filter.warehouse)
        if let flag = filter.flag { conditions.append("orders.is_\(flag.rawValue) = 1") }
        let text = """
            SELECT \(Self.ownColumns) FROM orders INDEXED BY \(index) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY orders.client, orders.order_id LIMIT ?
            """
        return try db.all(text: text, values + [limit + 1], read: Order.init)
    }

    private static let ownColumns =
        columns.split(separator: ", ").map { "orders.\($0)" }.joined(separator: ", ")

    /// The index of what is rarest, which has the list's order already; nil where only places and owners are asked for.
    private static func index(_ filter: OrderFilter) -> String? {
        if filter.order != nil { return "order_number" }
        if let flag = filter.flag { return "order_open_is_\(flag.rawValue)" }
        return filter.driver == nil ? nil : "order_driver"
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
