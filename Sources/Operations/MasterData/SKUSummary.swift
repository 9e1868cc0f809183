public import Domain
public import JSON

/// All that is known of a SKU.
public struct SKUSummary: Record, Equatable {
    public var sku = SKUID("")
    public var name = ""
    public var size = SizeMM(length: 1, width: 1, height: 1)
    public var weightG = 0
    public var storage = StorageClimate.ambient
    public var barcodes: [String] = []
    public var track: [Tracking] = []
    public var rotation = Rotation.fefo
    public var packing = JSONObject()
    public var units: [UnitOfSKU] = []
    public var hazard: String?
    public var shelfLifeDays: Int?
    public var client = ClientID("")
    public var unit: UnitName?

    public init() {}

    public static let fields: [Field<SKUSummary>] = [
        .required("sku", \.sku, .sku, "The id."),
        .required("name", \.name, .note, "What a person calls it."),
        .required("size_mm", \.size, .sizeMM, "One piece."),
        .required("weight_g", \.weightG, .weightG, "One piece."),
        .required("storage", \.storage, .word(), "How cold it is kept."),
        .rows("barcodes", \.barcodes, of: .anyID, "Codes printed on one piece."),
        .rows("track", \.track, of: .word(), "What is recorded of each piece."),
        .required("rotation", \.rotation, .word(), "Which stock goes first."),
        .required("packing", \.packing, .object(PackingRuleParams.all), "How it may be packed."),
        .rows("units", \.units, of: .record(), "Larger units of the same goods."),
        .optional("hazard", \.hazard, .anyID, "Hazard class."),
        .optional("shelf_life_days", \.shelfLifeDays, .count, "From production to expiry."),
        .client(\.client),
        .optional("unit", \.unit, .word(), "The unit whose barcode was asked for; left out for one piece."),
    ]
}
