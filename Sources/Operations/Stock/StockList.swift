public import Domain

/// `stock.list`
public struct StockList: Operation {
    public var bin: BinCode?
    public var sku: SKUID?
    public var warehouse: WarehouseCode?
    public var client: ClientID?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "stock.list", Role.allCases, "The stock records.",
        refusals: [.unknownBin, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<StockList>] =
        [
            .optional("bin", \.bin, .bin, "Only this bin."),
            .optional("sku", \.sku, .sku, "Only this SKU."),
            .warehouse(\.warehouse),
            .optional("client", \.client, .client, "Only goods of this client; \"\" for those of none."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var stock: [Row] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("stock", \.stock, of: .record(), "The records by number."),
            .more(\.hasMore),
        ]
    }

    /// One stock record.
    public struct Row: Record, Equatable {
        public var stock = StockRow(1)
        public var sku = SKUID("")
        public var bin = BinCode("")
        public var onHand = 0
        public var reserved = 0
        public var status = StockStatus.available
        public var client = ClientID("")
        public var lot: String?
        public var expiry: Day?
        public var plate: String?
        public var receivedAt = Instant(millisecondsSince1970: 0)

        public init() {}

        public static let fields: [Field<Row>] = [
            .required("stock", \.stock, .row(), "Its number."),
            .required("sku", \.sku, .sku, "The SKU."),
            .required("bin", \.bin, .bin, "The bin."),
            .required("on_hand", \.onHand, .count, "Pieces."),
            .required("reserved", \.reserved, .count, "Those of them that are reserved for picks."),
            .required("status", \.status, .word(), "What may be done with them."),
            .client(\.client),
            .lot(\.lot),
            .expiry(\.expiry),
            .plate(\.plate),
            .required("received_at", \.receivedAt, .time, "When the first of them came."),
        ]
    }
}

extension StockList: ListOperation {}

extension StockList.Result: ListPage {
    public var rows: [StockList.Row] { stock }
    public var next: String? { stock.last?.stock.description }
}
