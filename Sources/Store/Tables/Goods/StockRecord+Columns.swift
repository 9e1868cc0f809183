import Domain

extension StockRecord {
    static let columns =
        "id, warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand, reserved"

    init(_ columns: inout Columns) throws(Refusal) {
        let row: StockRow = try columns.row()
        let goods = try GoodsKey(&columns)
        let key = StockKey(
            goods: goods, status: try columns.word(), plate: try columns.text(), bin: try columns.id())
        self.init(
            row: row, key: key, receivedAt: try columns.instant(), onHand: try columns.int(),
            reserved: try columns.int())
    }
}

extension GoodsKey {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            warehouse: try columns.id(), client: try columns.id(), sku: try columns.id(),
            lot: try columns.text(),
            expiry: try columns.dayOrNone())
    }

    /// As the key of a table has it: "" for none.
    var expiryText: String { expiry?.description ?? "" }
}
