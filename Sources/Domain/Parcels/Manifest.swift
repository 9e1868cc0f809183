/// The parcels of one driver's pickup.
public struct Manifest: Sendable, Equatable {
    public let row: ManifestRow
    public let warehouse: WarehouseCode
    public let driver: DriverID
    public let state: ManifestState
    public let openedAt: Instant
    public let closedAt: Instant?

    public init(
        row: ManifestRow, warehouse: WarehouseCode, driver: DriverID, state: ManifestState, openedAt: Instant,
        closedAt: Instant? = nil
    ) {
        self.row = row
        self.warehouse = warehouse
        self.driver = driver
        self.state = state
        self.openedAt = openedAt
        self.closedAt = closedAt
    }
}
