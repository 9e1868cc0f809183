public import JSON

/// A badge at work on a device, with a cart or at a station.
public struct Session: Sendable, Equatable {
    public let row: SessionRow
    public let badge: BadgeID
    public var device: DeviceID
    public let warehouse: WarehouseCode
    public let station: StationCode?
    public let cart: CartCode?
    public let startedAt: Instant
    public var endedAt: Instant?
    /// The number of the prompt that stands; a scan answers exactly this one.
    public var step: Int
    /// Where its dialogue stands, in the dialogue's own words.
    public var dialogue: JSONObject
    /// The tour, order or parcel that it works on.
    public var work: SessionWork

    public init(
        row: SessionRow, badge: BadgeID, device: DeviceID, warehouse: WarehouseCode,
        station: StationCode? = nil,
        cart: CartCode? = nil, startedAt: Instant, endedAt: Instant? = nil, step: Int = 0,
        dialogue: JSONObject,
        work: SessionWork = SessionWork()
    ) {
        self.row = row
        self.badge = badge
        self.device = device
        self.warehouse = warehouse
        self.station = station
        self.cart = cart
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.step = step
        self.dialogue = dialogue
        self.work = work
    }

    public var isOpen: Bool { endedAt == nil }
}

/// What a session is in the middle of: a tour, or a parcel of an order at the bench; nothing where it is idle.
public struct SessionWork: Sendable, Equatable {
    public var tour: TourRow?
    public var order: OrderRow?
    public var parcel: ParcelRow?

    public init(tour: TourRow? = nil, order: OrderRow? = nil, parcel: ParcelRow? = nil) {
        self.tour = tour
        self.order = order
        self.parcel = parcel
    }
}

/// A session that is to begin.
public struct NewSession: Sendable, Equatable {
    public var badge: BadgeID
    public var device: DeviceID
    public var warehouse: WarehouseCode
    public var station: StationCode?
    public var cart: CartCode?

    public init(
        badge: BadgeID, device: DeviceID, warehouse: WarehouseCode, station: StationCode? = nil,
        cart: CartCode? = nil
    ) {
        self.badge = badge
        self.device = device
        self.warehouse = warehouse
        self.station = station
        self.cart = cart
    }
}
