/// What came and went of goods, which has to balance with what is there:
/// received + returned + adjusted = on hand + in totes + in parcels + handed over + written off.
public struct Account: Sendable, Equatable {
    public let goods: GoodsKey
    public var received: Int
    public var returned: Int
    /// Count differences, below zero where pieces were missing.
    public var adjusted: Int
    public var writtenOff: Int
    public var handedOver: Int

    public init(
        goods: GoodsKey, received: Int = 0, returned: Int = 0, adjusted: Int = 0, writtenOff: Int = 0,
        handedOver: Int = 0
    ) {
        self.goods = goods
        self.received = received
        self.returned = returned
        self.adjusted = adjusted
        self.writtenOff = writtenOff
        self.handedOver = handedOver
    }

    /// Pieces that must be in the building.
    public var expected: Int { received + returned + adjusted - writtenOff - handedOver }
}

/// The columns of an ``Account``.
public enum AccountEntry: String, CaseIterable, Sendable {
    case received, returned, adjusted
    case writtenOff = "written_off"
    case handedOver = "handed_over"
}
