import Domain
import Operations
import WarehouseLayout

/// Reservation's first level: accepting an order promises quantity per SKU, without saying from which bin.
extension Transaction {
    /// Free pieces that may be picked: available, in bins that pickers are sent to, not expired on `day` where
    /// one is given.
    func available(
        of sku: SKUID, _ client: ClientID, on floor: Floor, livingUntil day: Day? = nil, lot: String = ""
    ) throws(Refusal) -> Int {
        try pickable(of: sku, client, on: floor, livingUntil: day, lot: lot).reduce(0) { $0 + $1.free }
    }

    /// The stock records that an order may be picked from, by row.
    func pickable(
        of sku: SKUID, _ client: ClientID, on floor: Floor, livingUntil day: Day?, lot: String
    ) throws(Refusal) -> [Stock] {
        try freeStock(of: sku, client, in: floor.warehouse).filter { stock in
            guard let bin = floor.layout.bin(stock.key.bin.text), floor.reach.obstacle(to: bin) == nil
            else { return false }
            if !lot.isEmpty && stock.key.lot != lot { return false }
            guard let day, let expiry = Day(stock.key.expiry) else { return true }
            return expiry >= day
        }
    }

    /// Where most of what may not be picked lies, and why, for a message; nil where there is no such stock.
    func heldBack(of sku: SKUID, _ client: ClientID, on floor: Floor) throws(Refusal) -> String? {
        var most: (free: Int, sentence: String)?
        for stock in try freeStock(of: sku, client, in: floor.warehouse) where stock.free > most?.free ?? 0 {
            guard let bin = floor.layout.bin(stock.key.bin.text), let obstacle = floor.reach.obstacle(to: bin)
            else { continue }
            most = (stock.free, "\(stock.free) more lie in \(bin.address), which \(obstacle)")
        }
        return most?.sentence
    }

    private func freeStock(
        of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode
    ) throws(Refusal) -> [Stock] {
        let found = try rows(
            """
            SELECT * FROM stock WHERE warehouse = ? AND client = ? AND sku = ? AND status = 'available'
                AND on_hand > reserved ORDER BY id
            """, [warehouse, client, sku])
        var stock: [Stock] = []
        for row in found { stock.append(try Stock(row)) }
        return stock
    }

    func promised(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal) -> Int {
        try value(
            Int.self, "SELECT quantity FROM promise WHERE warehouse = ? AND client = ? AND sku = ?",
            [warehouse, client, sku]) ?? 0
    }

    /// Changes what a line is promised, and the SKU's total with it.
    func promise(_ line: OrderLine, _ change: Int, in warehouse: WarehouseCode) throws(Refusal) {
        guard change != 0 else { return }
        try run(
            "UPDATE line SET promised = promised + ? WHERE order_row = ? AND line = ?",
            [change, line.order, line.line])
        try run(
            """
            INSERT INTO promise (warehouse, client, sku, quantity) VALUES (?1, ?2, ?3, max(0, ?4))
            ON CONFLICT (warehouse, client, sku) DO UPDATE SET quantity = quantity + ?4
            """, [warehouse, line.client, line.sku, change])
    }

    /// After stock went away: takes back promises that it no longer covers, from the order that can wait longest.
    func breakPromises(of sku: SKUID, _ client: ClientID, on floor: Floor, reason: String) throws(Refusal) {
        var excess =
            try promised(of: sku, client, in: floor.warehouse) - available(of: sku, client, on: floor)
        guard excess > 0 else { return }
        let promisedLines = try lines(
            of: sku, client, in: floor.warehouse, where: "promised > 0", order: "priority, accepted_at DESC")
        for line in promisedLines where excess > 0 {
            let broken = min(excess, line.promised)
            excess -= broken
            try promise(line, -broken, in: floor.warehouse)
            try markShort(
                line.order,
                [OrderShort.Line(line: line.line, sku: line.sku, missing: broken, reason: reason)])
        }
    }

    /// After stock came: promises again what was taken back, most urgent first.
    func renewPromises(of sku: SKUID, _ client: ClientID, on floor: Floor) throws(Refusal) {
        let broken = try lines(
            of: sku, client, in: floor.warehouse,
            where: "promised < quantity AND released_at IS NULL AND is_short = 1 AND stage = 'accepted'",
            order: "priority DESC, accepted_at")
        guard !broken.isEmpty else { return }
        var free = try available(of: sku, client, on: floor) - promised(of: sku, client, in: floor.warehouse)
        for line in broken where free > 0 {
            let renewed = min(free, line.quantity - line.promised)
            free -= renewed
            try promise(line, renewed, in: floor.warehouse)
            try clearShortWhenWhole(line.order)
        }
    }

    /// After a new layout: takes back what bins that were closed or cut off no longer cover, and promises
    /// again what bins that were opened do.
    func renewAllPromises(on floor: Floor) throws(Refusal) {
        let wanted = try rows(
            """
            SELECT DISTINCT line.client, line.sku FROM line JOIN orders ON orders.id = line.order_row
            WHERE orders.warehouse = ? AND (promised > 0 OR (is_short = 1 AND stage = 'accepted'))
            ORDER BY line.client, line.sku
            """, [floor.warehouse])
        for row in wanted {
            try breakPromises(of: row["sku"], row["client"], on: floor, reason: "layout")
            try renewPromises(of: row["sku"], row["client"], on: floor)
        }
    }

    private func lines(
        of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode, where condition: String, order: String
    ) throws(Refusal) -> [OrderLine] {
        try rows(
            """
            SELECT line.* FROM line JOIN orders ON orders.id = line.order_row
            WHERE line.client = ? AND line.sku = ? AND orders.warehouse = ? AND \(condition)
            ORDER BY \(order), orders.id
            """, [client, sku, warehouse]
        ).map(OrderLine.init)
    }
}
