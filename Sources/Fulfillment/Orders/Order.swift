import Domain
import GRDB
import JSON
import Operations

/// An order as it stands.
struct Order {
    let row: OrderRow
    let client: ClientID
    let id: OrderID
    let warehouse: WarehouseCode
    let revision: Int
    /// What was asked for, in the caller's own words, keys sorted.
    let content: String
    let priority: Int
    let sla: String
    /// "" where any driver may fetch it.
    let driver: DriverID
    let pickupAt: Instant?
    let notBefore: Instant?
    let onShort: ShortPolicy
    let acceptedAt: Instant
    let isReleased: Bool
    let stage: OrderStage
    let isShort: Bool
    let isHeld: Bool
    let holdReason: String?
    let isCancelRequested: Bool

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        client = row["client"]
        id = row["order_id"]
        warehouse = row["warehouse"]
        revision = row["revision"]
        content = row["content"]
        priority = row["priority"]
        sla = row["sla"]
        driver = row["driver"]
        pickupAt = (row["pickup_at"] as Int?).map(Instant.init(millisecondsSince1970:))
        notBefore = (row["not_before"] as Int?).map(Instant.init(millisecondsSince1970:))
        onShort = try row.word("on_short")
        acceptedAt = Instant(millisecondsSince1970: row["accepted_at"])
        isReleased = row["released_at"] as Int? != nil
        stage = try row.word("stage")
        isShort = row["is_short"]
        isHeld = row["is_held"]
        holdReason = row["hold_reason"]
        isCancelRequested = row["is_cancel_requested"]
    }

    /// What was asked for.
    var request: OrderRequest {
        get throws(Refusal) {
            guard let object = (try? JSONValue(parsing: content))?.object,
                let request = try? OrderRequest(reading: object)
            else { throw .unreadable("order \(id): its content is no order") }
            return request
        }
    }
}

/// One line of an order.
struct OrderLine {
    let order: OrderRow
    let line: LineID
    let client: ClientID
    let sku: SKUID
    let quantity: Int
    let lot: String
    let minLifeDays: Int?
    let promised: Int
    /// What it was ordered in, and so many of that; nil where pieces were.
    let unit: UnitName
    let unitQuantity: Int?
    let capacity: Int?

    init(_ row: Row) throws(Refusal) {
        order = row["order_row"]
        line = row["line"]
        client = row["client"]
        sku = row["sku"]
        quantity = row["quantity"]
        lot = row["lot"]
        minLifeDays = row["min_life_days"]
        promised = row["promised"]
        unit = try row.word("unit")
        unitQuantity = row["unit_quantity"]
        capacity = row["capacity"]
    }
}

extension Transaction {
    /// The order that a caller names.
    func order(_ name: OrderName) throws(Refusal) -> Order {
        guard let order = try order(name.order, of: name.client) else { throw .unknownOrder(name.order.text) }
        return order
    }

    func order(_ id: OrderID, of client: ClientID) throws(Refusal) -> Order? {
        guard let row = try row("SELECT * FROM orders WHERE client = ? AND order_id = ?", [client, id]) else {
            return nil
        }
        return try Order(row)
    }

    func order(_ row: OrderRow) throws(Refusal) -> Order {
        guard let found = try self.row("SELECT * FROM orders WHERE id = ?", [row]) else {
            throw .unknownOrder("\(row)")
        }
        return try Order(found)
    }

    func lines(of order: OrderRow) throws(Refusal) -> [OrderLine] {
        var lines: [OrderLine] = []
        for row in try rows("SELECT * FROM line WHERE order_row = ? ORDER BY position", [order]) {
            lines.append(try OrderLine(row))
        }
        return lines
    }
}
