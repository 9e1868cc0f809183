/// A pick that is to be created.
public struct NewPick: Sendable, Equatable {
    public var order: OrderRow
    public var line: LineID
    public var goods: GoodsKey
    public var plate: String
    public var receivedAt: Instant
    public var stock: StockRow?
    public var bin: BinCode
    public var quantity: Int
    public var state: PickState
    public var tour: TourRow?
    public var session: SessionRow?
    public var reason: String?

    /// Pieces of a line from a record: open, or claimed at once by a session on its tour.
    public init(
        of line: OrderLine, from record: StockRecord, quantity: Int,
        claimedBy claim: (session: SessionRow, tour: TourRow)? = nil
    ) {
        order = line.order
        self.line = line.line
        goods = record.key.goods
        plate = record.key.plate
        receivedAt = record.receivedAt
        stock = record.row
        bin = record.key.bin
        self.quantity = quantity
        state = claim == nil ? .open : .claimed
        tour = claim?.tour
        session = claim?.session
    }

    /// Pieces of a line that no record has.
    public init(shortOf line: OrderLine, in warehouse: WarehouseCode, quantity: Int, reason: String? = nil) {
        order = line.order
        self.line = line.line
        goods = GoodsKey(warehouse: warehouse, client: line.client, sku: line.sku, lot: line.lot)
        plate = ""
        receivedAt = Instant(millisecondsSince1970: 0)
        bin = ""
        self.quantity = quantity
        state = .short
        self.reason = reason
    }
}
