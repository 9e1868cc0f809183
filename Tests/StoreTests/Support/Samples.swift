import Domain
import JSON

@testable import Store

/// Whole seconds after a beginning.
func second(_ seconds: Int) -> Instant { Instant(millisecondsSince1970: 1_700_000_000_000 + seconds * 1000) }

extension NewOrder {
    /// An order of 2 TEA and 1 CUP.
    static func sample(
        _ id: OrderID, client: ClientID = "", warehouse: WarehouseCode = "A", priority: Int = 50,
        driver: DriverID? = nil, pickupAt: Instant? = nil,
        lines: [Line] = [Line(line: "1", sku: "TEA", quantity: 2), Line(line: "2", sku: "CUP", quantity: 1)]
    ) -> NewOrder {
        NewOrder(
            client: client, id: id, warehouse: warehouse, content: #"{"order_id":"\#(id)"}"#,
            priority: priority,
            sla: "SAME_DAY", driver: driver, pickupAt: pickupAt, lines: lines)
    }
}

extension StockRecord {
    static func sample(_ row: Int, sku: SKUID = "TEA", lot: String = "", bin: BinCode = "B-1-01")
        -> StockRecord
    {
        StockRecord(
            row: StockRow(row), key: StockKey(warehouse: "A", client: "", sku: sku, lot: lot, bin: bin),
            receivedAt: second(row), onHand: 100, reserved: 0)
    }
}

extension NewTour {
    static func sample(_ kind: WorkKind = .pick, warehouse: WarehouseCode = "A", priority: Int = 50)
        -> NewTour
    {
        NewTour(warehouse: warehouse, kind: kind, start: "DEPOT", finish: "PACK-1", priority: priority)
    }
}

extension Store {
    /// An accepted order, written down.
    func order(_ id: OrderID, at seconds: Int = 0) throws -> Order {
        try orders.insert(.sample(id), at: second(seconds))
    }

    /// An open pick of an order's first line.
    func pick(
        of order: Order, _ quantity: Int = 2, from record: StockRecord = .sample(1)
    ) throws -> Pick {
        try picks.insert(
            NewPick(of: try orders.line("1", of: order.row), from: record, quantity: quantity))
    }
}
