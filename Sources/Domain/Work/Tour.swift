/// A tour as it stands: one person's walk, with a cart, a truck or by hand.
public struct Tour: Sendable, Equatable {
    public let row: TourRow
    public let warehouse: WarehouseCode
    public let kind: WorkKind
    public var state: TourState
    /// Who walks it.
    public var session: SessionRow?
    public let start: StationCode
    public let finish: StationCode
    /// The kind of cart that it was planned for; nil where the layout names none.
    public let cart: CartCode?
    public var priority: Int
    public var lengths: TourLengths
    public var walkedMM: Int
    /// The bin that was scanned last.
    public var standsAt: BinCode?
    /// Picks and tasks on it that are over, and all that are on it.
    public var done: Int
    public var total: Int
    public let plannedAt: Instant
    public var startedAt: Instant?
    public var finishedAt: Instant?

    public init(
        row: TourRow, warehouse: WarehouseCode, kind: WorkKind, state: TourState = .planned,
        session: SessionRow? = nil,
        start: StationCode, finish: StationCode, cart: CartCode? = nil, priority: Int,
        lengths: TourLengths = TourLengths(), walkedMM: Int = 0, standsAt: BinCode? = nil, done: Int = 0,
        total: Int = 0,
        plannedAt: Instant, startedAt: Instant? = nil, finishedAt: Instant? = nil
    ) {
        self.row = row
        self.warehouse = warehouse
        self.kind = kind
        self.state = state
        self.session = session
        self.start = start
        self.finish = finish
        self.cart = cart
        self.priority = priority
        self.lengths = lengths
        self.walkedMM = walkedMM
        self.standsAt = standsAt
        self.done = done
        self.total = total
        self.plannedAt = plannedAt
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}

/// How long a tour's walk is.
public struct TourLengths: Sendable, Equatable {
    /// As it is planned now: what has been walked, and what is left.
    public var plannedMM: Int
    /// No walk through its stops can be shorter than this.
    public var lowerBoundMM: Int
    /// In the order of the bins' addresses, as lists on paper are.
    public var byLocationCodeMM: Int

    public init(plannedMM: Int = 0, lowerBoundMM: Int = 0, byLocationCodeMM: Int = 0) {
        self.plannedMM = plannedMM
        self.lowerBoundMM = lowerBoundMM
        self.byLocationCodeMM = byLocationCodeMM
    }
}

/// A tour that is to be.
public struct NewTour: Sendable, Equatable {
    public var warehouse: WarehouseCode
    public var kind: WorkKind
    public var start: StationCode
    public var finish: StationCode
    public var cart: CartCode?
    public var priority: Int
    public var lengths: TourLengths

    public init(
        warehouse: WarehouseCode, kind: WorkKind, start: StationCode, finish: StationCode,
        cart: CartCode? = nil,
        priority: Int, lengths: TourLengths = TourLengths()
    ) {
        self.warehouse = warehouse
        self.kind = kind
        self.start = start
        self.finish = finish
        self.cart = cart
        self.priority = priority
        self.lengths = lengths
    }
}
