/// A task as it stands: work that serves no line, with its source and its target.
public struct WorkTask: Sendable, Equatable {
    public let row: TaskRow
    public var state: TaskState
    /// What is to be done.
    public var work: NewTask
    public var tour: TourRow?
    /// Its place on the walk; nil before the walk is planned.
    public var position: Int?
    /// The session that holds its claim, or held it last.
    public var session: SessionRow?
    public let openedAt: Instant
    public var endedAt: Instant?
    public var endedBy: BadgeID?

    public init(
        row: TaskRow, state: TaskState = .open, work: NewTask, tour: TourRow? = nil, position: Int? = nil,
        session: SessionRow? = nil, openedAt: Instant, endedAt: Instant? = nil, endedBy: BadgeID? = nil
    ) {
        self.row = row
        self.state = state
        self.work = work
        self.tour = tour
        self.position = position
        self.session = session
        self.openedAt = openedAt
        self.endedAt = endedAt
        self.endedBy = endedBy
    }

    public var kind: WorkKind { work.kind }
    public var warehouse: WarehouseCode { work.warehouse }
    public var quantity: Int { work.quantity }
}

/// What a task asks for.
public struct NewTask: Sendable, Equatable {
    public var kind: WorkKind
    public var warehouse: WarehouseCode
    public var client: ClientID
    /// Nil where it is about whatever lies there.
    public var sku: SKUID?
    public var lot: String
    public var expiry: Day?
    /// Pieces; 0 where nobody knows how many before it is done, as in a count.
    public var quantity: Int
    public var sourceBin: BinCode?
    public var sourceTote: ToteID?
    public var targetBin: BinCode?
    public var order: OrderRow?
    public var pick: PickRow?
    public var parcel: ParcelRow?
    /// What its kind has to remember, such as the books at a count's first scan.
    public var facts: WorkFacts
    public var reason: String?
    /// From 0 to 100; higher goes first.
    public var priority: Int
    /// Who may not do it: a second count is somebody else's.
    public var notBy: BadgeID?
    /// Nobody walks to it any more: a lead decides.
    public var isForLead = false

    public init(
        kind: WorkKind, warehouse: WarehouseCode, client: ClientID = "", sku: SKUID? = nil, lot: String = "",
        expiry: Day? = nil, quantity: Int = 0, sourceBin: BinCode? = nil, sourceTote: ToteID? = nil,
        targetBin: BinCode? = nil, order: OrderRow? = nil, pick: PickRow? = nil, parcel: ParcelRow? = nil,
        facts: WorkFacts = WorkFacts(), reason: String? = nil, priority: Int = 50
    ) {
        self.kind = kind
        self.warehouse = warehouse
        self.client = client
        self.sku = sku
        self.lot = lot
        self.expiry = expiry
        self.quantity = quantity
        self.sourceBin = sourceBin
        self.sourceTote = sourceTote
        self.targetBin = targetBin
        self.order = order
        self.pick = pick
        self.parcel = parcel
        self.facts = facts
        self.reason = reason
        self.priority = priority
    }
}
