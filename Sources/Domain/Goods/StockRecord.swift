/// Pieces that are alike in everything, in one bin.
public struct StockRecord: Sendable, Equatable {
    public let row: StockRow
    public let key: StockKey
    public let receivedAt: Instant
    public let onHand: Int
    /// Of those on hand, the pieces that picks hold.
    public let reserved: Int

    public init(row: StockRow, key: StockKey, receivedAt: Instant, onHand: Int, reserved: Int) {
        self.row = row
        self.key = key
        self.receivedAt = receivedAt
        self.onHand = onHand
        self.reserved = reserved
    }

    /// Pieces that nobody holds.
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
