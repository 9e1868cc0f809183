/// An open pick that is on no tour, with what planning has to know of its goods and its order.
public struct PooledPick: Sendable, Equatable {
    public let row: PickRow
    public let order: OrderRow
    /// Its order's priority and pickup as one number; less is more urgent.
    public let rank: Int
    public let bin: BinCode
    public let quantity: Int
    /// One piece.
    public let weightG: Int
    /// One piece.
    public let size: SizeMM
    public let priority: Int
    public let pickupAt: Instant?
    public let releasedAt: Instant?

    public init(
        row: PickRow, order: OrderRow, rank: Int, bin: BinCode, quantity: Int, weightG: Int, size: SizeMM,
        priority: Int, pickupAt: Instant? = nil, releasedAt: Instant? = nil
    ) {
        self.row = row
        self.order = order
        self.rank = rank
        self.bin = bin
        self.quantity = quantity
        self.weightG = weightG
        self.size = size
        self.priority = priority
        self.pickupAt = pickupAt
        self.releasedAt = releasedAt
    }
}
