public import Domain
import LineProtocol

/// `stock.count`
public struct StockCount: Operation {
    public var bin = BinCode("")
    public var lines: [Line] = []
    public var isComplete = false
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.change(
        "stock.count", [],
        "Books what was counted in a bin; a large difference is booked once a second count says the same. It also "
            + "confirms what waits for a lead.",
        refusals: [.unknownBin, .unknownSKU, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<StockCount>] = [
        .required("bin", \.bin, .bin, "The bin."),
        .required(
            "lines", \.lines, .list(of: .record(), max: WireLimits.listRowsMax), "What was found in it."),
        .flag("complete", \.isComplete, "Nothing else is in the bin: what is not named is not there."),
        .warehouse(\.warehouse),
        .client(\.client),
    ]

    /// Goods that were counted.
    public struct Line: Record, Equatable {
        public var sku = SKUID("")
        /// Pieces.
        public var quantity = 0
        public var lot: String?
        public var expiry: Day?

        public init() {}

        public static let fields: [Field<Line>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .required("qty", \.quantity, .whole(0...Limits.quantityMax), "Pieces; 0 where there are none."),
            .lot(\.lot, "The lot, where the SKU is tracked by lot."),
            .expiry(\.expiry, "The expiry date, where the SKU is tracked by it."),
        ]
    }

    public struct Result: Record {
        public var bin = BinCode("")
        public var differences: [Difference] = []
        public var mustRecount = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("bin", \.bin, .bin, "The bin."),
            .rows("differences", \.differences, of: .record(), "Where the count is not what the books had."),
            .required(
                "recount", \.mustRecount, .flag,
                "Whether a difference is so large that it is booked only once a second count says the same."),
        ]
    }

    /// Goods of which something else was counted than the books had.
    public struct Difference: Record, Equatable {
        public var sku = SKUID("")
        public var client = ClientID("")
        public var lot: String?
        public var expiry: Day?
        public var expected = 0
        public var counted = 0
        public var change = 0

        public init() {}

        public static let fields: [Field<Difference>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .client(\.client),
            .lot(\.lot),
            .expiry(\.expiry),
            .required("expected", \.expected, .count, "Pieces by the books."),
            .required("counted", \.counted, .count, "Pieces that were counted."),
            .required("change", \.change, .int, "Pieces more (or, below zero, fewer)."),
        ]
    }
}
