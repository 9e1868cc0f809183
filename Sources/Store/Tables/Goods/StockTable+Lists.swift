public import Domain

extension StockTable {
    private static let free = SQL(
        """
        SELECT \(StockRecord.columns) FROM stock WHERE warehouse = ? AND client = ? AND sku = ?
            AND status = \(sql: StockStatus.available)
            AND on_hand > reserved ORDER BY +id
        """)
    // By +id: a few rows are sorted, where in the order of an index of id all rows of the warehouse would be read.
    private static let ofSKU = SQL(
        "SELECT \(StockRecord.columns) FROM stock WHERE warehouse = ? AND client = ? AND sku = ? ORDER BY +id")
    private static let inBin = SQL(
        "SELECT \(StockRecord.columns) FROM stock WHERE warehouse = ? AND bin = ? ORDER BY +id")
    private static let anyInBin: SQL = "SELECT 1 FROM stock WHERE warehouse = ? AND bin = ? LIMIT 1"
    private static let usedBins: SQL = """
        SELECT DISTINCT bin FROM stock INDEXED BY stock_bin WHERE warehouse = ? AND bin > ? ORDER BY bin LIMIT ?
        """
    private static let skusInBin: SQL =
        "SELECT DISTINCT sku FROM stock WHERE warehouse = ? AND bin = ? ORDER BY sku LIMIT ?"
    private static let totals: SQL = """
        SELECT coalesce(sum(on_hand), 0), coalesce(sum(reserved), 0) FROM stock
        WHERE warehouse = ? AND client = ? AND sku = ?
        """
    private static let page = SQL("SELECT \(StockRecord.columns) FROM stock WHERE id > ? ORDER BY id LIMIT ?")

    /// The available records of a SKU that have free pieces, by row.
    public func free(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> [StockRecord]
    {
        try db.all(Self.free, warehouse, client, sku, read: StockRecord.init)
    }

    /// All records of a SKU, by row.
    public func records(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> [StockRecord]
    {
        try db.all(Self.ofSKU, warehouse, client, sku, read: StockRecord.init)
    }

    /// The records of one bin, by row.
    public func records(in bin: BinCode, of warehouse: WarehouseCode) throws(Refusal) -> [StockRecord] {
        try db.all(Self.inBin, warehouse, bin, read: StockRecord.init)
    }

    public func isEmpty(_ bin: BinCode, of warehouse: WarehouseCode) throws(Refusal) -> Bool {
        try !db.exists(Self.anyInBin, warehouse, bin)
    }

    /// The bins in which something lies, by code, after one.
    public func usedBins(
        of warehouse: WarehouseCode, after last: BinCode? = nil, limit: Int
    ) throws(Refusal) -> [BinCode] {
        try db.all(Self.usedBins, warehouse, last?.text ?? "", limit) { (columns) throws(Refusal) in try columns.id() }
    }

    /// What lies in a bin, at most `limit` SKUs by id.
    public func skus(in bin: BinCode, of warehouse: WarehouseCode, limit: Int) throws(Refusal) -> [SKUID] {
        try db.all(Self.skusInBin, warehouse, bin, limit) { (columns) throws(Refusal) in try columns.id() }
    }

    /// The sums over all records of a SKU, whatever their status.
    public func totals(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> StockTotals
    {
        let totals = try db.first(Self.totals, warehouse, client, sku) { (columns) throws(Refusal) in
            StockTotals(onHand: try columns.int(), reserved: try columns.int())
        }
        return totals ?? StockTotals(onHand: 0, reserved: 0)
    }

    /// All records after a row, for reading everything in pages.
    public func records(after row: StockRow?, limit: Int) throws(Refusal) -> [StockRecord] {
        try db.all(Self.page, row?.number ?? 0, limit, read: StockRecord.init)
    }

    /// What a list of stock may be narrowed to.
    public struct Filter: Sendable, Equatable {
        public var warehouse: WarehouseCode
        public var client: ClientID?
        public var sku: SKUID?
        public var bin: BinCode?
        public var status: StockStatus?

        public init(
            warehouse: WarehouseCode, client: ClientID? = nil, sku: SKUID? = nil, bin: BinCode? = nil,
            status: StockStatus? = nil
        ) {
            self.warehouse = warehouse
            self.client = client
            self.sku = sku
            self.bin = bin
            self.status = status
        }
    }

    /// Records by row, one more than `limit` where there are more.
    ///
    /// - Complexity: a page of one warehouse, of one client in it, of one bin, of one SKU, or of stock that is not
    ///   available, is found by index; further filters pass over records of these.
    public func list(_ filter: Filter, after row: StockRow?, limit: Int) throws(Refusal) -> [StockRecord] {
        var conditions = ["warehouse = ?"]
        var values: [any SQLBindable] = [filter.warehouse]
        if let bin = filter.bin {
            conditions.append("bin = ?")
            values.append(bin)
        }
        if let sku = filter.sku {
            conditions.append("sku = ?")
            values.append(sku)
        }
        if let client = filter.client {
            conditions.append("client = ?")
            values.append(client)
        }
        if let status = filter.status {
            // The words stand in the text so that the index of what is not available can be used.
            let isHeld = status == .available ? "" : "status <> \(sql: StockStatus.available) AND "
            conditions.append(isHeld + "status = ?")
            values.append(status)
        }
        let text = """
            SELECT \(StockRecord.columns) FROM stock INDEXED BY \(index(for: filter))
            WHERE \(conditions.joined(separator: " AND ")) AND id > ? ORDER BY id LIMIT ?
            """
        return try db.all(text: text, values + [row?.number ?? 0, limit + 1], read: StockRecord.init)
    }

    /// SQLite knows no sizes and might choose an index in whose order the whole warehouse has to be sorted.
    private func index(for filter: Filter) -> String {
        if filter.bin != nil { return "stock_bin" }
        if filter.sku != nil { return "stock_sku" }
        if filter.status != nil && filter.status != .available { return "stock_open_held" }
        return filter.client == nil ? "stock_warehouse" : "stock_client"
    }
}
