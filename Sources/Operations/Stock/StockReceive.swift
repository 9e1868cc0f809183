public import Domain
import LineProtocol

/// `stock.receive`
public struct StockReceive: Operation {
    public var bin = BinCode("")
    public var sku = SKUID("")
    /// In units.
    public var quantity = 1
    public var unit = UnitName.each
    public var lot: String?
    public var expiry: Day?
    public var status = StockStatus.available
    public var plate: String?
    public var reference: String?
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.change(
        "stock.receive", [], "Books goods into a bin.",
        refusals: [.unknownBin, .unknownSKU, .unknownUnit, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<StockReceive>] = [
        .required("bin", \.bin, .bin, "The bin."),
        .required("sku", \.sku, .sku, "The SKU."),
        .required("qty", \.quantity, .quantity, "So many units."),
        .defaulted(
            "unit", \.unit, .word(), absent: .each,
            "What is counted; pieces where left out, else a unit of the SKU."),
        .lot(\.lot, "The lot, where the SKU is tracked by lot."),
        .expiry(\.expiry, "The expiry date, where the SKU is tracked by it."),
        .status(\.status, "What may be done with them; available where left out."),
        .plate(\.plate),
        .optional("ref", \.reference, .anyID, "The receipt's own number, which the event has too."),
        .warehouse(\.warehouse),
        .client(\.client),
    ]

    public struct Result: Record {
        public var stock = StockRow(1)
        public var bin = BinCode("")
        public var onHand = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("stock", \.stock, .row(), "The stock record."),
            .required("bin", \.bin, .bin, "The bin."),
            .required("on_hand", \.onHand, .count, "Pieces on it now."),
        ]
    }
}
