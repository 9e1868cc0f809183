public import Domain
public import JSON
import LineProtocol

/// `sku.upsert`
public struct SKUUpsert: Operation {
    public var sku = SKUID("")
    public var name: String?
    public var barcodes: [String]?
    public var size: SizeMM?
    public var weightG: Int?
    public var units: [UnitOfSKU]?
    public var storage: StorageClimate?
    public var hazard: String?
    public var track: [Tracking]?
    public var rotation: Rotation?
    public var shelfLifeDays: Int?
    public var packing: JSONObject?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.change(
        "sku.upsert", [.oms], "Makes a SKU known, or changes what is known of it; what is left out stays.")

    public static let fields: [Field<SKUUpsert>] = [
        .required("sku", \.sku, .sku, "The id."),
        .optional("name", \.name, .note, "What a person calls it; the id where it never had one."),
        .optional(
            "barcodes", \.barcodes, .list(of: .anyID, max: 50), "GTINs or other codes printed on one piece."),
        .optional("size_mm", \.size, .sizeMM, "One piece; needed the first time."),
        .optional("weight_g", \.weightG, .weightG, "One piece; needed the first time."),
        .optional("units", \.units, .list(of: .record(), max: 20), "Larger units of the same goods."),
        .optional("storage", \.storage, .word(), "How cold it is kept; ambient at first."),
        .optional("hazard", \.hazard, .anyID, "Hazard class."),
        .optional("track", \.track, .list(of: .word(), max: 3), "What is recorded of each piece."),
        .optional("rotation", \.rotation, .word(), "Which stock goes first; FEFO at first."),
        .optional("shelf_life_days", \.shelfLifeDays, .whole(1...100_000), "From production to expiry."),
        .optional(
            "packing", \.packing, .object(PackingRuleParams.all), "How it may be packed: all of it anew."),
        .client(\.client),
    ]

    public struct Result: Record {
        public var sku = SKUID("")
        public var isNew = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sku", \.sku, .sku, "The id."),
            .required("is_new", \.isNew, .flag, "Whether it was not known before."),
        ]
    }
}
