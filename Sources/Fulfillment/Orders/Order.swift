import GRDB
import JSON

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
    let driver: String
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

    init(_ row: Row) {
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
        onShort = ShortPolicy(rawValue: row["on_short"]) ?? .wait
        acceptedAt = Instant(millisecondsSince1970: row["accepted_at"])
        isReleased = row["released_at"] as Int? != nil
        stage = OrderStage(rawValue: row["stage"]) ?? .accepted
        isShort = row["is_short"]
        isHeld = row["is_held"]
        holdReason = row["hold_reason"]
        isCancelRequested = row["is_cancel_requested"]
    }

    /// What was asked for, parsed.
    var wanted: JSONObject { (try? JSONValue(parsing: content))?.object ?? JSONObject() }
}

/// What becomes of an order whose stock turns out short.
enum ShortPolicy: String, CaseIterable {
    case wait, ship, cancel
}

/// One line of an order.
struct OrderLine {
    let order: OrderRow
    let line: String
    let client: ClientID
    let sku: SKUID
    let quantity: Int
    let lot: String
    let minLifeDays: Int?
    let promised: Int

    init(_ row: Row) {
        order = row["order_row"]
        line = row["line"]
        client = row["client"]
        sku = row["sku"]
        quantity = row["quantity"]
        lot = row["lot"]
        minLifeDays = row["min_life_days"]
        promised = row["promised"]
    }
}

extension Transaction {
    /// The order that the parameters name.
    func order(_ params: Params) throws(Refusal) -> Order {
        let id = try params.text("order_id")
        let client = try client(params)
        guard let row = try row("SELECT * FROM orders WHERE client = ? AND order_id = ?", [client, id]) else {
            throw .unknownOrder(id)
        }
        return Order(row)
    }

    func order(_ row: OrderRow) throws(Refusal) -> Order {
        guard let found = try self.row("SELECT * FROM orders WHERE id = ?", [row]) else {
            throw .unknownOrder("\(row)")
        }
        return Order(found)
    }

    func lines(of order: OrderRow) throws(Refusal) -> [OrderLine] {
        try rows("SELECT * FROM line WHERE order_row = ? ORDER BY position", [order]).map(OrderLine.init)
    }
}
