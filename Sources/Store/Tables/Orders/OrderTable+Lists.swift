public import Domain

/// Which orders a list is to have; nil where it does not matter.
public struct OrderFilter: Sendable, Equatable {
    public var order: OrderID?
    public var client: ClientID?
    public var warehouse: WarehouseCode?
    public var stage: OrderStage?
    public var driver: DriverID?
    public var sku: SKUID?

    public init(
        order: OrderID? = nil, client: ClientID? = nil, warehouse: WarehouseCode? = nil, stage: OrderStage? = nil,
        driver: DriverID? = nil,
        sku: SKUID? = nil
    ) {
        self.order = order
        self.client = client
        self.warehouse = warehouse
        self.stage = stage
        self.driver = driver
        self.sku = sku
    }
}

extension OrderTable {
    /// The orders after a key, by client and id, one more than `limit` where there are further ones.
    ///
    /// - Complexity: one search in the index of the rarest thing asked for; what else is asked for is looked up in
    ///   the orders passed.
    public func list(
        _ filter: OrderFilter, after: (client: ClientID, id: OrderID)? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        var text = "SELECT \(Self.columns) FROM \(Self.source(filter)) WHERE "
        var values: [any SQLBindable] = []
        if let sku = filter.sku {
            text += "orders.id IN (SELECT order_row FROM line INDEXED BY line_sku WHERE sku = ?"
            values.append(sku)
            if let client = filter.client {
                text += " AND client = ?"
                values.append(client)
            }
            text += ") AND "
        }
        if let client = filter.client {
            text += "client = ? AND order_id > ?"
            // The page after another client's is the first one of this.
            values += [client, after?.client == client ? after?.id ?? "" : ""]
        } else {
            text += "(client, order_id) > (?, ?)"
            values += [after?.client ?? "", after?.id ?? ""]
        }
        if let order = filter.order {
            text += " AND order_id = ?"
            values.append(order)
        }
        if let stage = filter.stage {
            text += " AND stage = ?"
            values.append(stage)
        }
        if let driver = filter.driver {
            text += " AND driver = ?"
            values.append(driver)
        }
        if let warehouse = filter.warehouse {
            text += " AND warehouse = ?"
            values.append(warehouse)
        }
        return try db.all(
            text: text + " ORDER BY client, order_id LIMIT ?", values + [limit + 1], read: Order.init)
    }

    /// Orders of one SKU are few and sorted; else the index of what is rarest has the list's order already.
    private static func source(_ filter: OrderFilter) -> String {
        if filter.order != nil { return "orders INDEXED BY order_number" }
        if filter.sku != nil { return "orders NOT INDEXED" }
        if filter.driver != nil { return "orders INDEXED BY order_driver" }
        if filter.stage != nil { return "orders INDEXED BY order_stage" }
        if filter.warehouse != nil { return "orders INDEXED BY order_warehouse" }
        return "orders"
    }

    private static let page = SQL("SELECT \(columns) FROM orders WHERE id > ? ORDER BY id LIMIT ?")

    /// All orders after a row, for reading everything in pages.
    public func orders(after row: OrderRow?, limit: Int) throws(Refusal) -> [Order] {
        try db.all(Self.page, row?.number ?? 0, limit, read: Order.init)
    }
}
