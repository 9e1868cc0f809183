public import Domain
import LineProtocol

/// `stock.set`
public struct StockSet: Operation {
    public var place = StockPlace()
    /// Pieces that are there.
    public var quantity = 0
    public var reason = AdjustmentReason.count

    public init() {}

    public static let declaration = Declaration.change(
        "stock.set", [],
        "Says how many pieces of one stock record there are; what is reserved beyond that moves or is short.",
        refusals: [.unknownBin, .unknownSKU, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<StockSet>] =
        StockPlace.goods(of: \.place) + [
            .required("qty", \.quantity, .whole(0...Limits.quantityMax), "So many pieces are there."),
            .defaulted(
                "reason", \.reason, .word(), absent: .count,
                "Why; count where left out. Damaged, lost and expired take pieces away."),
        ] + StockPlace.particulars(of: \.place)

    public struct Result: Record {
        public var sku = SKUID("")
        public var bin = BinCode("")
        public var change = 0
        public var onHand = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .required("bin", \.bin, .bin, "The bin."),
            .required("change", \.change, .int, "Pieces more (or, below zero, fewer) than the books had."),
            .required("on_hand", \.onHand, .count, "Pieces on the record now."),
        ]
    }
}
