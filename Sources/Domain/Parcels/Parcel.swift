/// One packed box of one order, or one that is to be packed.
public struct Parcel: Sendable, Equatable {
    public let row: ParcelRow
    public let order: OrderRow
    /// Counted from 1 within the order.
    public let number: Int
    public let state: ParcelState
    public let box: BoxID
    /// Pieces of its plan.
    public let pieces: Int
    /// Pieces of its plan that are in the box, the first ones.
    public let done: Int
    /// Contents plus tare.
    public let expectedWeightG: Int
    /// What the scale showed.
    public let weightG: Int?
    /// Its serial shipping container code, from the moment that it is closed.
    public let sscc: String?
    public let manifest: ManifestRow?
    public let packedBy: BadgeID?
    public let station: StationCode?
    public let closedAt: Instant?
    public let handedOverAt: Instant?
    /// The sequence number of its `parcel.closed` event; nil too where it was closed before that was kept.
    public let closedEvent: Int?
    /// The sequence number of its `parcel.labelled` event.
    public let labelledEvent: Int?

    public init(
        row: ParcelRow, order: OrderRow, number: Int, state: ParcelState, box: BoxID, pieces: Int,
        done: Int = 0,
        expectedWeightG: Int, weightG: Int? = nil, sscc: String? = nil, manifest: ManifestRow? = nil,
        packedBy: BadgeID? = nil, station: StationCode? = nil, closedAt: Instant? = nil,
        handedOverAt: Instant? = nil,
        closedEvent: Int? = nil, labelledEvent: Int? = nil
    ) {
        self.row = row
        self.order = order
        self.number = number
        self.state = state
        self.box = box
        self.pieces = pieces
        self.done = done
        self.expectedWeightG = expectedWeightG
        self.weightG = weightG
        self.sscc = sscc
        self.manifest = manifest
        self.packedBy = packedBy
        self.station = station
        self.closedAt = closedAt
        self.handedOverAt = handedOverAt
        self.closedEvent = closedEvent
        self.labelledEvent = labelledEvent
    }

    /// What a message calls it: the number on its label, else its own.
    public var name: String { sscc ?? row.description }
}

/// A parcel that is to be.
public struct NewParcel: Sendable, Equatable {
    public var order: OrderRow
    /// Counted from 1 within the order.
    public var number: Int
    public var box: BoxID
    public var plan: PackPlan
    /// Contents plus tare.
    public var expectedWeightG: Int
    public var station: StationCode?

    public init(
        order: OrderRow, number: Int, box: BoxID, plan: PackPlan, expectedWeightG: Int,
        station: StationCode? = nil
    ) {
        self.order = order
        self.number = number
        self.box = box
        self.plan = plan
        self.expectedWeightG = expectedWeightG
        self.station = station
    }
}
