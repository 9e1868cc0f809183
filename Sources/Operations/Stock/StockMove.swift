public import Domain
import LineProtocol

/// `stock.move`
public struct StockMove: Operation {
    /// Where the pieces are; one of this and ``bin`` is given.
    public var from: BinCode?
    /// The same by the name that this param had first, for callers that still use it.
    public var bin: BinCode?
    public var to = BinCode("")
    public var sku = SKUID("")
    /// Pieces.
    public var quantity = 1
    public var lot: String?
    public var expiry: Day?
    public var status = StockStatus.available
    public var plate: String?
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.change(
        "stock.move", [.picker], "Books pieces that nobody has reserved from one bin to another.",
        rules: [.exactlyOne(["from", "bin"])],
        refusals: [.unknownBin, .unknownSKU, .unknownWarehouse, .stockShort, .notConfigured])

    public static let fields: [Field<StockMove>] = [
        .optional("from", \.from, .bin, "From here."),
        .optional("bin", \.bin, .bin, "From here: the word before from."),
        .required("to", \.to, .bin, "To here."),
        .required("sku", \.sku, .sku, "The SKU."),
        .required("qty", \.quantity, .quantity, "Pieces."),
        .lot(\.lot, "The lot, where the SKU is tracked by lot."),
        .expiry(\.expiry, "The expiry date, where the SKU is tracked by it."),
        .status(\.status, "Which of it; the available where left out."),
        .plate(\.plate),
        .warehouse(\.warehouse),
        .client(\.client),
    ]

    /// The record that the pieces are taken from.
    public var source: StockPlace {
        var source = StockPlace()
        (source.bin, source.sku) = (from ?? bin ?? "", sku)
        (source.lot, source.expiry, source.status, source.plate) = (lot, expiry, status, plate)
        (source.warehouse, source.client) = (warehouse, client)
        return source
    }

    public struct Result: Record {
        public var sku = SKUID("")
        public var bin = BinCode("")
        public var to = BinCode("")
        public var left = 0
        public var onHand = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sku", \.sku, .sku, "The SKU."),
            .required("bin", \.bin, .bin, "From where."),
            .required("to", \.to, .bin, "To where."),
            .required("left", \.left, .count, "Pieces that are left where they were."),
            .required("on_hand", \.onHand, .count, "Pieces on the record where they are now."),
        ]
    }
}
