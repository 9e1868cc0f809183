/// One line of an order.
public struct OrderLine: Sendable, Equatable {
    public let order: OrderRow
    public let line: LineID
    /// Its place among the order's lines, from 0.
    public let position: Int
    public let client: ClientID
    public let sku: SKUID
    /// In pieces.
    public var quantity: Int
    /// What it was ordered in.
    public var unit: UnitName
    /// So many units; nil where it was ordered in pieces.
    public var unitQuantity: Int?
    /// What it takes up in the vehicle, in the caller's measure.
    public var capacity: Int?
    /// The only lot that will do; "" for any.
    public var lot: String
    /// The least remaining shelf life.
    public var minLifeDays: Int?
    /// Pieces that are promised and not reserved yet.
    public var promised: Int
    /// Pieces whose promise was withdrawn, because stock went away; they are promised again when some comes.
    public var unpromised: Int

    public init(
        order: OrderRow, line: LineID, position: Int, client: ClientID, sku: SKUID, quantity: Int,
        unit: UnitName = .each, unitQuantity: Int? = nil, capacity: Int? = nil, lot: String = "",
        minLifeDays: Int? = nil, promised: Int = 0, unpromised: Int = 0
    ) {
        self.order = order
        self.line = line
        self.position = position
        self.client = client
        self.sku = sku
        self.quantity = quantity
        self.unit = unit
        self.unitQuantity = unitQuantity
        self.capacity = capacity
        self.lot = lot
        self.minLifeDays = minLifeDays
        self.promised = promised
        self.unpromised = unpromised
    }
}
