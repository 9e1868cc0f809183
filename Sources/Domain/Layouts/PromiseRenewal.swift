/// After a new layout that opens or closes bins: how far what is promised has been compared with what may be picked.
public struct PromiseRenewal: Sendable, Equatable {
    public let warehouse: WarehouseCode
    /// The SKU that was compared last.
    public var reached: SKUKey

    public init(warehouse: WarehouseCode, reached: SKUKey = .first) {
        self.warehouse = warehouse
        self.reached = reached
    }
}
