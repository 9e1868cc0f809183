import Domain

/// Lists of orders of which nothing is asked for but the stage, the warehouse and the client. They are put together from
/// those of one stage in one warehouse each, since one index by both takes fewer writes than two by each.
extension OrderTable {
    /// Where orders stand.
    private struct Place {
        /// As it is kept, understood or not: who reads the order refuses it.
        let stage: String
        let warehouse: WarehouseCode
    }

    /// An order's place in a list, which its index has without the order.
    private struct Key: Comparable {
        let client: ClientID
        let id: OrderID
        let row: OrderRow

        static func < (left: Key, right: Key) -> Bool { (left.client, left.id) < (right.client, right.id) }
    }

    private static let stages: SQL = """
        WITH RECURSIVE found (stage) AS (
            SELECT min(stage) FROM orders INDEXED BY order_stage
            UNION ALL
            SELECT (SELECT min(stage) FROM orders INDEXED BY order_stage WHERE stage > found.stage)
            FROM found WHERE found.stage IS NOT NULL)
        SELECT stage FROM found WHERE stage IS NOT NULL
        """
    private static let warehousesOfStage: SQL = """
        WITH RECURSIVE found (warehouse) AS (
            SELECT min(warehouse) FROM orders INDEXED BY order_stage WHERE stage = ?1 AND warehouse >= ''
            UNION ALL
            SELECT (SELECT min(warehouse) FROM orders INDEXED BY order_stage
                WHERE stage = ?1 AND warehouse > found.warehouse)
            FROM found WHERE found.warehouse IS NOT NULL)
        SELECT warehouse FROM found WHERE warehouse IS NOT NULL
        """
    private static let keys: SQL = """
        SELECT client, order_id, id FROM orders INDEXED BY order_stage
        WHERE stage = ? AND warehouse = ? AND (client, order_id) > (?, ?) ORDER BY client, order_id LIMIT ?
        """
    private static let keysOfClient: SQL = """
        SELECT client, order_id, id FROM orders INDEXED BY order_stage
        WHERE stage = ? AND warehouse = ? AND client = ? AND order_id > ? ORDER BY order_id LIMIT ?
        """

    /// The orders after a key, by client and id, one more than `limit` where there are further ones. The index alone is
    /// read up to the last of them, and then the orders.
    ///
    /// - Complexity: linear in `limit`, for each stage that orders are in, in each warehouse.
    func listOfPlaces(
        _ filter: OrderFilter, after: (client: ClientID, id: OrderID)?, limit: Int
    ) throws(Refusal) -> [Order] {
        var found: [Key] = []
        for place in try places(filter) {
            // Behind as many as are wanted nothing else is wanted of further places.
            let end = found.count > limit ? found.last : nil
            let further = try keys(at: place, of: filter.client, after: after, before: end, limit: limit)
            if further.isEmpty { continue }
            found = Array((found + further).sorted().prefix(limit + 1))
        }
        var orders: [Order] = []
        for key in found {
            guard let order = try db.first(Self.byRow, key.row, read: Order.init) else { throw missing(key.row) }
            orders.append(order)
        }
        return orders
    }

    /// The stages that are asked for and have orders, in each warehouse that is asked for and has any.
    private func places(_ filter: OrderFilter) throws(Refusal) -> [Place] {
        var places: [Place] = []
        for stage in try stages(filter) {
            for warehouse in try warehouses(filter, of: stage) {
                places.append(Place(stage: stage, warehouse: warehouse))
            }
        }
        return places
    }

    private func stages(_ filter: OrderFilter) throws(Refusal) -> [String] {
        if let stage = filter.stage { return [stage.rawValue] }
        return try db.all(Self.stages) { (columns) throws(Refusal) -> String in try columns.text() }
    }

    private func warehouses(_ filter: OrderFilter, of stage: String) throws(Refusal) -> [WarehouseCode] {
        if let warehouse = filter.warehouse { return [warehouse] }
        return try db.all(Self.warehousesOfStage, stage) { (columns) throws(Refusal) -> WarehouseCode in
            try columns.id()
        }
    }

    /// The keys after one in a place, in order, one more than `limit` where there are further ones.
    ///
    /// - Parameter end: from here on none is wanted; nil where all are.
    private func keys(
        at place: Place, of client: ClientID?, after: (client: ClientID, id: OrderID)?, before end: Key?, limit: Int
    ) throws(Refusal) -> [Key] {
        var keys: [Key] = []
        let read = { (columns: inout Columns) throws(Refusal) -> Bool in
            let key = Key(client: try columns.id(), id: try columns.id(), row: try columns.row())
            if let end, end < key { return false }
            keys.append(key)
            return true
        }
        if let client {
            // The page after another client's is the first one of this.
            let id: OrderID = after?.client == client ? after?.id ?? "" : ""
            try db.each(Self.keysOfClient, place.stage, place.warehouse, client, id, limit + 1, read: read)
        } else {
            try db.each(
                Self.keys, place.stage, place.warehouse, after?.client ?? "", after?.id ?? "", limit + 1, read: read)
        }
        return keys
    }
}
