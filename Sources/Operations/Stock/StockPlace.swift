public import Domain
import LineProtocol

/// Which stock record is meant: goods of one kind in one bin.
public struct StockPlace: Record, Equatable {
    public var bin = BinCode("")
    public var sku = SKUID("")
    public var lot: String?
    public var expiry: Day?
    public var status = StockStatus.available
    public var plate: String?
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let fields: [Field<StockPlace>] = [
        .required("bin", \.bin, .bin, "The bin."),
        .required("sku", \.sku, .sku, "The SKU."),
        .lot(\.lot, "The lot, where the SKU is tracked by lot."),
        .expiry(\.expiry, "The expiry date, where the SKU is tracked by it."),
        .status(\.status, "What may be done with the goods; available where left out."),
        .plate(\.plate),
        .warehouse(\.warehouse),
        .client(\.client),
    ]

    /// Bin and SKU: what the members of an operation begin with.
    static func goods<Root>(of place: Place<Root, StockPlace>) -> [Field<Root>] {
        Array(Field.members(of: place).prefix(2))
    }

    /// The rest, with which they end.
    static func particulars<Root>(of place: Place<Root, StockPlace>) -> [Field<Root>] {
        Array(Field.members(of: place).dropFirst(2))
    }
}
