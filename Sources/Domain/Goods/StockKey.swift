/// What distinguishes one stock record from another: client, SKU, lot, expiry, status, plate and bin.
public struct StockKey: Hashable, Sendable {
    public var goods: GoodsKey
    public var status: StockStatus
    /// The pallet or case it stands on; "" for none.
    public var plate: String
    public var bin: BinCode

    public init(goods: GoodsKey, status: StockStatus, plate: String, bin: BinCode) {
        self.goods = goods
        self.status = status
        self.plate = plate
        self.bin = bin
    }

    public init(
        warehouse: WarehouseCode, client: ClientID, sku: SKUID, lot: String = "", expiry: Day? = nil,
        status: StockStatus = .available, plate: String = "", bin: BinCode
    ) {
        self.init(
            goods: GoodsKey(warehouse: warehouse, client: client, sku: sku, lot: lot, expiry: expiry),
            status: status,
            plate: plate, bin: bin)
    }

    public var warehouse: WarehouseCode { goods.warehouse }
    public var client: ClientID { goods.client }
    public var sku: SKUID { goods.sku }
    public var lot: String { goods.lot }
    public var expiry: Day? { goods.expiry }

    /// The same pieces in another bin.
    public func moved(to bin: BinCode) -> StockKey {
        var key = self
        key.bin = bin
        return key
    }
}

/// Goods of one client, SKU, lot and expiry in one warehouse, wherever and in whatever state they are.
public struct GoodsKey: Hashable, Sendable {
    public let warehouse: WarehouseCode
    public let client: ClientID
    public let sku: SKUID
    /// "" where the SKU has no lots.
    public let lot: String
    /// Nil where it does not expire.
    public let expiry: Day?

    public init(warehouse: WarehouseCode, client: ClientID, sku: SKUID, lot: String = "", expiry: Day? = nil)
    {
        self.warehouse = warehouse
        self.client = client
        self.sku = sku
        self.lot = lot
        self.expiry = expiry
    }
}
