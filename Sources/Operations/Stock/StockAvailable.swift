public import Domain

/// `stock.available`
public struct StockAvailable: Operation {
    public var sku = SKUID("")
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.read(
        "stock.available", Role.allCases, "What can still be promised of a SKU.",
        refusals: [.unknownSKU, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<StockAvailable>] = [
        .required("sku", \.sku, .sku, "The SKU."),
        .warehouse(\.warehouse),
        .client(\.client),
    ]

    public struct Result: Record {
        public var sku = SKUID("")
        public var available = 0
        public var promised = 0
        public var onHand = 0
        public var reserved = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .required("available", \.available, .count, "Pieces that nobody was promised."),
            .required("promised", \.promised, .count, "Pieces that accepted orders were promised."),
            .required("on_hand", \.onHand, .count, "Pieces in bins, whatever may be done with them."),
            .required("reserved", \.reserved, .count, "Pieces that are reserved for picks."),
        ]
    }
}
