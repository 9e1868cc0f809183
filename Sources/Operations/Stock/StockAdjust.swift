public import Domain
import LineProtocol

/// `stock.adjust`
public struct StockAdjust: Operation {
    public var place = StockPlace()
    /// Pieces more or, below zero, fewer.
    public var delta = 0
    public var reason = AdjustmentReason.count

    public init() {}

    public static let declaration = Declaration.change(
        "stock.adjust", [],
        "Corrects what lies in a bin by a difference; what is reserved there moves to other bins or is short.",
        refusals: [.unknownBin, .unknownSKU, .unknownWarehouse, .stockShort, .notConfigured])

    public static let fields: [Field<StockAdjust>] =
        StockPlace.goods(of: \.place) + [
            .required(
                "delta", \.delta, .whole(-Limits.quantityMax...Limits.quantityMax),
                "Pieces more (or, below zero, fewer)."),
            .required("reason", \.reason, .word(), "Why; damaged, lost and expired take pieces away."),
        ] + StockPlace.particulars(of: \.place)

    public struct Result: Record {
        public var sku = SKUID("")
        public var bin = BinCode("")
        public var onHand = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .required("bin", \.bin, .bin, "The bin."),
            .required("on_hand", \.onHand, .count, "Pieces on the record now."),
        ]
    }
}
