/// An order that is to be accepted.
public struct NewOrder: Sendable, Equatable {
    public var client: ClientID
    public var id: OrderID
    public var warehouse: WarehouseCode
    /// What was asked for, in the caller's own words: a JSON object as text.
    public var content: String
    /// From 0 to 100; higher goes first.
    public var priority: Int
    public var sla: String
    /// Nil where any driver may fetch it.
    public var driver: DriverID?
    public var pickupAt: Instant?
    /// When it is to arrive.
    public var deliveryAt: Instant?
    public var notBefore: Instant?
    public var onShort: ShortPolicy
    public var lines: [Line]

    public init(
        client: ClientID, id: OrderID, warehouse: WarehouseCode, content: String, priority: Int,
        sla: String,
        driver: DriverID? = nil, pickupAt: Instant? = nil, deliveryAt: Instant? = nil, notBefore: Instant? = nil,
        onShort: ShortPolicy = .wait,
        lines: [Line]
    ) {
        self.client = client
        self.id = id
        self.warehouse = warehouse
        self.content = content
        self.priority = priority
        self.sla = sla
        self.driver = driver
        self.pickupAt = pickupAt
        self.deliveryAt = deliveryAt
        self.notBefore = notBefore
        self.onShort = onShort
        self.lines = lines
    }
}

extension NewOrder {
    /// One of its lines.
    public struct Line: Sendable, Equatable {
        public var line: LineID
        public var sku: SKUID
        /// In pieces.
        public var quantity: Int
        public var unit: UnitName
        /// So many units; nil where it is ordered in pieces.
        public var unitQuantity: Int?
        public var capacity: Int?
        /// The only lot that will do; "" for any.
        public var lot: String
        public var minLifeDays: Int?

        public init(
            line: LineID, sku: SKUID, quantity: Int, unit: UnitName = .each, unitQuantity: Int? = nil,
            capacity: Int? = nil, lot: String = "", minLifeDays: Int? = nil
        ) {
            self.line = line
            self.sku = sku
            self.quantity = quantity
            self.unit = unit
            self.unitQuantity = unitQuantity
            self.capacity = capacity
            self.lot = lot
            self.minLifeDays = minLifeDays
        }
    }
}
