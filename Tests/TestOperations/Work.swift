public import Domain
public import Operations

extension LayoutCheck {
    public init(_ yaml: String) {
        self.init()
        self.yaml = yaml
    }
}

extension LayoutLoad {
    public init(_ yaml: String, relocated bins: [BinCode] = []) {
        self.init()
        self.yaml = yaml
        relocated.bins = bins
    }
}

extension SessionStart {
    public init(_ badge: BadgeID, on device: DeviceID, cart: CartCode, in warehouse: WarehouseCode? = nil) {
        self.init()
        (self.badge, self.device, self.cart, self.warehouse) = (badge, device, cart, warehouse)
    }

    public init(
        _ badge: BadgeID, on device: DeviceID, station: StationCode, in warehouse: WarehouseCode? = nil
    ) {
        self.init()
        (self.badge, self.device, self.station, self.warehouse) = (badge, device, station, warehouse)
    }
}

extension SessionEnd {
    public init(_ session: Int) {
        self.init()
        self.session = SessionRow(session)
    }
}

extension TourNext {
    public init(_ session: Int, kinds: [WorkKind] = []) {
        self.init()
        (self.session, self.kinds) = (SessionRow(session), kinds)
    }
}

extension TourScan {
    public init(_ session: Int, step: Int, _ code: String) {
        self.init()
        (self.session, self.step, self.code) = (SessionRow(session), step, code)
    }
}

extension TourWhy {
    public init(_ session: Int) {
        self.init()
        self.session = SessionRow(session)
    }
}

extension TourList {
    public init(limit: Int) {
        self.init()
        page.limit = limit
    }
}

extension TaskOpen {
    /// A count of one bin, or of every bin that holds a SKU.
    public init(
        countOf bin: BinCode?, or sku: SKUID? = nil, isBlind: Bool = false, reason: String? = nil,
        in warehouse: WarehouseCode? = nil
    ) {
        self.init()
        (self.bin, self.sku, self.isBlind, self.reason) = (bin, sku, isBlind, reason)
        self.warehouse = warehouse
    }
}

extension TaskList {
    public init(kind: WorkKind? = nil, state: TaskState? = nil, limit: Int? = nil) {
        self.init()
        (self.kind, self.state) = (kind, state)
        page.limit = limit
    }
}

extension EventList {
    public init(after sequence: Int) {
        self.init()
        after = sequence
    }

    public init(of types: [EventType]) {
        self.init()
        self.types = types
    }
}

extension EventSubscribe {
    public init(after sequence: Int) {
        self.init()
        after = sequence
    }
}

extension EventAck {
    public init(_ sequence: Int, by consumer: ConsumerName) {
        self.init()
        (self.sequence, self.consumer) = (sequence, consumer)
    }
}

extension EventForget {
    public init(_ consumer: ConsumerName) {
        self.init()
        self.consumer = consumer
    }
}
