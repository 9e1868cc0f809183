public import JSON

/// An order that is closed, as one document, out of the way of the work.
public struct ArchivedOrder: Sendable, Equatable {
    public let row: OrderRow
    public let client: ClientID
    public let id: OrderID
    public let warehouse: WarehouseCode
    public let endedAt: Instant
    /// What `order.get` answers for it.
    public let document: JSONObject

    public init(
        row: OrderRow, client: ClientID, id: OrderID, warehouse: WarehouseCode, endedAt: Instant,
        document: JSONObject
    ) {
        self.row = row
        self.client = client
        self.id = id
        self.warehouse = warehouse
        self.endedAt = endedAt
        self.document = document
    }
}
