/// A tote as it stands. Its licence plate reads the same in small and capital letters.
public struct Tote: Sendable, Equatable {
    public let id: ToteID
    public let warehouse: WarehouseCode
    /// Its inner size.
    public let size: SizeMM?
    public let tareG: Int
    public var state: ToteState
    public var order: OrderRow?
    /// The tour on whose cart it stands.
    public var tour: TourRow?
    /// The station at which it was set down.
    public var station: StationCode?

    public init(
        id: ToteID, warehouse: WarehouseCode, size: SizeMM? = nil, tareG: Int = 0, state: ToteState = .free,
        order: OrderRow? = nil, tour: TourRow? = nil, station: StationCode? = nil
    ) {
        self.id = id
        self.warehouse = warehouse
        self.size = size
        self.tareG = tareG
        self.state = state
        self.order = order
        self.tour = tour
        self.station = station
    }

    /// Whether it may be used in a warehouse. One that belongs to none is at home in any.
    public func serves(_ warehouse: WarehouseCode) -> Bool {
        self.warehouse.isEmpty || self.warehouse == warehouse
    }
}
