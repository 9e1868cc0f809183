public import Domain
public import Operations

extension StockReceive {
    /// - Parameter quantity: units.
    public init(
        _ quantity: Int, _ sku: SKUID, in bin: BinCode, lot: String? = nil, expiry: Day? = nil,
        status: StockStatus = .available, warehouse: WarehouseCode? = nil, client: ClientID = ""
    ) {
        self.init()
        (self.quantity, self.sku, self.bin) = (quantity, sku, bin)
        (self.lot, self.expiry, self.status) = (lot, expiry, status)
        (self.warehouse, self.client) = (warehouse, client)
    }
}

extension StockAdjust {
    /// - Parameter delta: pieces more or, below zero, fewer.
    public init(
        _ delta: Int, _ sku: SKUID, in bin: BinCode, _ reason: AdjustmentReason = .lost,
        warehouse: WarehouseCode? = nil
    ) {
        self.init()
        (place.sku, place.bin, place.warehouse) = (sku, bin, warehouse)
        (self.delta, self.reason) = (delta, reason)
    }
}

extension StockMove {
    /// - Parameter quantity: pieces.
    public init(_ quantity: Int, _ sku: SKUID, from: BinCode, to: BinCode) {
        self.init()
        (self.quantity, self.sku, self.from, self.to) = (quantity, sku, from, to)
    }
}

extension StockCount {
    /// - Parameter goods: pieces of each SKU.
    public init(_ bin: BinCode, _ goods: [(sku: SKUID, quantity: Int)], isComplete: Bool = false) {
        self.init()
        self.bin = bin
        lines = goods.map { found in
            var line = Line()
            (line.sku, line.quantity) = (found.sku, found.quantity)
            return line
        }
        self.isComplete = isComplete
    }
}

extension StockAvailable {
    public init(_ sku: SKUID, in warehouse: WarehouseCode? = nil) {
        self.init()
        (self.sku, self.warehouse) = (sku, warehouse)
    }
}

extension StockList {
    public init(_ sku: SKUID? = nil, in bin: BinCode?) {
        self.init()
        (self.sku, self.bin) = (sku, bin)
    }

    public init(_ sku: SKUID) { self.init(sku, in: nil) }

    public init(limit: Int) {
        self.init()
        page.limit = limit
    }
}
