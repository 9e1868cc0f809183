/// Pieces that are alike in everything, in one bin.
public struct StockRecord: Sendable, Equatable {
    public let row: StockRow
    public let key: StockKey
    public let receivedAt: Instant
    public let onHand: Int
    /// Of those on hand, the pieces that are reserved for picks.
    public let reserved: Int

    public init(row: StockRow, key: StockKey, receivedAt: Instant, onHand: Int, reserved: Int) {
        self.row = row
        self.key = key
        self.receivedAt = receivedAt
        self.onHand = onHand
        self.reserved = reserved
    }

    /// Pieces that are not reserved.
    public var free: Int { onHand - reserved }
}

/// All records of one SKU in one warehouse together.
public struct StockTotals: Sendable, Equatable {
    public let onHand: Int
    public let reserved: Int

    public init(onHand: Int, reserved: Int) {
        self.onHand = onHand
        self.reserved = reserved
    }
}
