/// An order as it stands. What was asked for, in the caller's own words, is read apart from it.
public struct Order: Sendable, Equatable {
    public let row: OrderRow
    public let client: ClientID
    public let id: OrderID
    public let warehouse: WarehouseCode
    /// Counts the changes of what was asked for, from 1.
    public var revision: Int
    /// From 0 to 100; higher goes first.
    public var priority: Int
    /// The name of what was promised, such as `SAME_DAY`.
    public var sla: String
    /// Nil where any driver may fetch it.
    public var driver: DriverID?
    public var pickupAt: Instant?
    /// When it is to arrive.
    public var deliveryAt: Instant?
    public var notBefore: Instant?
    public var onShort: ShortPolicy
    public let acceptedAt: Instant
    /// When stock was first reserved for it; nil before that and after it was given back.
    public var releasedAt: Instant?
    public var stage: OrderStage
    public var isShort: Bool
    public var isHeld: Bool
    public var holdReason: String?
    public var isCancelRequested: Bool
    public var isCancelled: Bool
    /// The sequence number of its `order.picked` event.
    public var pickedEvent: Int?
    /// The sequence number of its `order.packed` event.
    public var packedEvent: Int?
    /// When nothing was left to do for it on the floor.
    public var endedAt: Instant?

    public init(
        row: OrderRow, client: ClientID, id: OrderID, warehouse: WarehouseCode, revision: Int = 1,
        priority: Int,
        sla: String, driver: DriverID? = nil, pickupAt: Instant? = nil, deliveryAt: Instant? = nil,
        notBefore: Instant? = nil,
        onShort: ShortPolicy = .wait, acceptedAt: Instant, releasedAt: Instant? = nil,
        stage: OrderStage = .accepted,
        isShort: Bool = false, isHeld: Bool = false, holdReason: String? = nil,
        isCancelRequested: Bool = false,
        isCancelled: Bool = false, pickedEvent: Int? = nil, packedEvent: Int? = nil, endedAt: Instant? = nil
    ) {
        self.row = row
        self.client = client
        self.id = id
        self.warehouse = warehouse
        self.revision = revision
        self.priority = priority
        self.sla = sla
        self.driver = driver
        self.pickupAt = pickupAt
        self.deliveryAt = deliveryAt
        self.notBefore = notBefore
        self.onShort = onShort
        self.acceptedAt = acceptedAt
        self.releasedAt = releasedAt
        self.stage = stage
        self.isShort = isShort
        self.isHeld = isHeld
        self.holdReason = holdReason
        self.isCancelRequested = isCancelRequested
        self.isCancelled = isCancelled
        self.pickedEvent = pickedEvent
        self.packedEvent = packedEvent
        self.endedAt = endedAt
    }

    public var isReleased: Bool { releasedAt != nil }

    public var urgency: Urgency {
        Urgency(priority: priority, pickupAt: pickupAt, acceptedAt: acceptedAt, row: row)
    }

    /// What stands beside its stage at a moment: it is late where the driver was to come before that.
    public func flags(at now: Instant) -> [OrderFlag] {
        var flags: [OrderFlag] = []
        if isShort { flags.append(.short) }
        if isHeld { flags.append(.held) }
        if isCancelRequested { flags.append(.cancelRequested) }
        if let pickupAt, pickupAt < now, !stage.isOver { flags.append(.late) }
        return flags
    }
}
