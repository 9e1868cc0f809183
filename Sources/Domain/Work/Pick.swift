/// A pick as it stands: a quantity of one line, from one stock record, into one tote.
public struct Pick: Sendable, Equatable {
    /// Positions on a walk count from 1; what is in the picker's hand goes before all of it.
    public static let inHandPosition = 0

    public let row: PickRow
    public let order: OrderRow
    public let line: LineID
    /// Which goods, down to lot and expiry day.
    public var goods: GoodsKey
    /// The pallet or case that they stand on; "" for none.
    public var plate: String
    /// When they were received.
    public var receivedAt: Instant
    /// The record in which its pieces are reserved; nil once they are not in a bin any more, or never were.
    public var stock: StockRow?
    /// "" where no bin ever had them.
    public var bin: BinCode
    public var quantity: Int
    public var state: PickState
    public var tour: TourRow?
    /// Its place on the walk; nil before the walk is planned.
    public var position: Int?
    /// How often it was skipped; picks that were skipped more often come later on the walk.
    public var skips: Int
    /// The session that holds its claim.
    public var session: SessionRow?
    public var tote: ToteID?
    public var parcel: ParcelRow?
    /// Pieces of it that are in the parcel's box.
    public var packed: Int
    /// Why it is short, cancelled or lost.
    public var reason: String?
    public var pickedBy: BadgeID?
    public var pickedAt: Instant?

    public init(
        row: PickRow, order: OrderRow, line: LineID, goods: GoodsKey, plate: String = "",
        receivedAt: Instant = Instant(millisecondsSince1970: 0), stock: StockRow? = nil, bin: BinCode,
        quantity: Int,
        state: PickState, tour: TourRow? = nil, position: Int? = nil, skips: Int = 0,
        session: SessionRow? = nil,
        tote: ToteID? = nil, parcel: ParcelRow? = nil, packed: Int = 0, reason: String? = nil,
        pickedBy: BadgeID? = nil, pickedAt: Instant? = nil
    ) {
        self.row = row
        self.order = order
        self.line = line
        self.goods = goods
        self.plate = plate
        self.receivedAt = receivedAt
        self.stock = stock
        self.bin = bin
        self.quantity = quantity
        self.state = state
        self.tour = tour
        self.position = position
        self.skips = skips
        self.session = session
        self.tote = tote
        self.parcel = parcel
        self.packed = packed
        self.reason = reason
        self.pickedBy = pickedBy
        self.pickedAt = pickedAt
    }

    public var warehouse: WarehouseCode { goods.warehouse }
    public var client: ClientID { goods.client }
    public var sku: SKUID { goods.sku }
    public var lot: String { goods.lot }
    public var expiry: Day? { goods.expiry }

    /// Pieces that are not in a box yet.
    public var unpacked: Int { quantity - packed }

    /// The record that its pieces came from, or are in: what makes it again where it was empty and is gone.
    public var stockKey: StockKey { StockKey(goods: goods, status: .available, plate: plate, bin: bin) }
}
