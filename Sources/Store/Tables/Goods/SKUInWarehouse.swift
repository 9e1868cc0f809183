import Domain

/// What names one SKU of one client in one warehouse: the key of what is kept of it in memory.
struct SKUInWarehouse: Hashable {
    // Compared in this order: the first tells most of them apart.
    let sku: SKUID
    let client: ClientID
    let warehouse: WarehouseCode

    init(_ sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) {
        self.sku = sku
        self.client = client
        self.warehouse = warehouse
    }
}
