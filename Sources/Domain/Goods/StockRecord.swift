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

/// Pieces of one SKU in one bin that are free: what of a record decides whether they serve an order.
public struct FreeStock: Sendable, Equatable {
    public let bin: BinCode
    public let lot: String
    public let expiry: Day?
    public let count: Int

    public init(bin: BinCode, lot: String, expiry: Day?, count: Int) {
        self.bin = bin
        self.lot = lot
        self.expiry = expiry
        self.count = count
    }
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
