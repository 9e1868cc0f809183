import Domain
import GRDB

/// What tells one stock record from another: whose it is, what, which lot, in which state, on what, where.
struct StockKey: Hashable {
    let warehouse: WarehouseCode
    let client: ClientID
    let sku: SKUID
    /// "" where the SKU has no lots.
    let lot: String
    /// "" where it does not expire, else the day.
    let expiry: String
    let status: StockStatus
    /// The pallet or case it stands on, or "".
    let plate: String
    let bin: BinCode

    /// The same pieces in another bin.
    func moved(to bin: BinCode) -> StockKey {
        StockKey(
            warehouse: warehouse, client: client, sku: sku, lot: lot, expiry: expiry, status: status,
            plate: plate,
            bin: bin)
    }
}

/// A stock record as it stands.
struct Stock {
    let row: StockRow
    let key: StockKey
    let receivedAt: Int
    let onHand: Int
    let reserved: Int

    var free: Int { onHand - reserved }

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        key = StockKey(
            warehouse: row["warehouse"], client: row["client"], sku: row["sku"], lot: row["lot"],
            expiry: row["expiry"], status: try row.word("status"), plate: row["plate"],
            bin: row["bin"])
        receivedAt = row["received_at"]
        onHand = row["on_hand"]
        reserved = row["reserved"]
    }
}

extension Transaction {
    func stock(_ row: StockRow) throws(Refusal) -> Stock? {
        guard let found = try self.row("SELECT * FROM stock WHERE id = ?", [row]) else { return nil }
        return try Stock(found)
    }

    func stock(_ key: StockKey) throws(Refusal) -> Stock? {
        let found = try row(
            """
            SELECT * FROM stock WHERE warehouse = ? AND client = ? AND sku = ? AND lot = ? AND expiry = ?
                AND status = ? AND plate = ? AND bin = ?
            """,
            [
                key.warehouse, key.client, key.sku, key.lot, key.expiry, key.status.rawValue, key.plate,
                key.bin,
            ])
        guard let found else { return nil }
        return try Stock(found)
    }

    /// Adds pieces to a record, making it where there is none.
    ///
    /// - Returns: the record and what is on hand there now.
    func addStock(_ key: StockKey, quantity: Int, receivedAt: Int) throws(Refusal) -> (StockRow, onHand: Int)
    {
        try run(
            """
            INSERT INTO stock (warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (warehouse, client, sku, lot, expiry, status, plate, bin)
                DO UPDATE SET on_hand = on_hand + excluded.on_hand
            """,
            [
                key.warehouse, key.client, key.sku, key.lot, key.expiry, key.status.rawValue, key.plate,
                key.bin,
                receivedAt, quantity,
            ])
        guard let stock = try stock(key) else { throw .unknownSKU(key.sku.text) }
        guard stock.onHand <= Limits.quantityMax else {
            throw .badParams(param: "qty", problem: "\(key.bin) would hold more than \(Limits.quantityMax)")
        }
        return (stock.row, stock.onHand)
    }

    /// Removes pieces that are on hand, and as many of them from the reservation as `reserved` says.
    ///
    /// An empty record is removed: what is nowhere has no row.
    func removeStock(_ row: StockRow, quantity: Int, reserved: Int) throws(Refusal) {
        try run(
            "UPDATE stock SET on_hand = on_hand - ?, reserved = reserved - ? WHERE id = ?",
            [quantity, reserved, row])
        let isReferred = try value(Int.self, "SELECT 1 FROM pick WHERE stock = ? LIMIT 1", [row]) != nil
        if !isReferred { try run("DELETE FROM stock WHERE id = ? AND on_hand = 0", [row]) }
    }

    func reserve(_ row: StockRow, quantity: Int) throws(Refusal) {
        try run("UPDATE stock SET reserved = reserved + ? WHERE id = ?", [quantity, row])
    }

    func unreserve(_ row: StockRow, quantity: Int) throws(Refusal) {
        try run("UPDATE stock SET reserved = reserved - ? WHERE id = ?", [quantity, row])
    }
}
