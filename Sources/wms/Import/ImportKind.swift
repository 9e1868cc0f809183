import ArgumentParser

/// What a CSV file brings, and the columns it may have.
enum ImportKind: String, CaseIterable, ExpressibleByArgument {
    case sku, box, tote, stock

    var columns: [ImportColumn] {
        switch self {
        case .sku: Self.skuColumns
        case .box: Self.boxColumns
        case .tote: Self.toteColumns
        case .stock: Self.stockColumns
        }
    }

    private static let skuColumns = [
        ImportColumn("sku", .text, required: true, "the stock-keeping unit's id"),
        ImportColumn("name", .text, "what it is called on screens"),
        ImportColumn("barcodes", .texts, "GTINs, separated by spaces"),
        ImportColumn("size_mm", .sizeMM, required: true, "length x width x height in mm: 120x80x60"),
        ImportColumn("weight_g", .whole, required: true, "weight of one piece in g"),
        ImportColumn("storage", .text, "ambient, chilled or frozen"),
        ImportColumn("hazard", .text, "hazard class"),
        ImportColumn("track", .texts, "what is recorded of each piece: lot, expiry, serial"),
        ImportColumn("rotation", .text, "FEFO or FIFO"),
        ImportColumn("shelf_life_days", .whole, "days from production to expiry"),
        ImportColumn("packing.rotation", .text, "any, upright or none"),
        ImportColumn("packing.fragile", .flag, "yes: nothing is put on it"),
        ImportColumn("packing.stackable", .flag, "no: it carries nothing"),
        ImportColumn("packing.own_box", .flag, "yes: it is sent as it is"),
        ImportColumn("packing.group", .text, "group that the packing rules name"),
        ImportColumn("packing.never_with", .texts, "groups that must not share its box"),
    ]

    private static let boxColumns = [
        ImportColumn("box", .text, required: true, "the carton type's id"),
        ImportColumn("inner_mm", .sizeMM, required: true, "room inside in mm: 240x160x100"),
        ImportColumn("outer_mm", .sizeMM, "size outside in mm"),
        ImportColumn("tare_g", .whole, "weight when empty in g"),
        ImportColumn("max_weight_g", .whole, "greatest gross weight in g"),
        ImportColumn("cost", .text, "what one costs: 0.42"),
        ImportColumn("supply", .whole, "how many there are"),
        ImportColumn("barcode", .text, "code printed on it"),
        ImportColumn("kind", .text, "carton or mailer"),
    ]

    private static let toteColumns = [
        ImportColumn("tote", .text, required: true, "its licence plate"),
        ImportColumn("inner_mm", .sizeMM, "room inside in mm: 600x400x300"),
        ImportColumn("tare_g", .whole, "weight when empty in g"),
    ]

    private static let stockColumns = [
        ImportColumn("bin", .text, required: true, "where it lies: B-3-12"),
        ImportColumn("sku", .text, required: true, "what lies there"),
        ImportColumn("qty", .whole, required: true, "how many pieces"),
        ImportColumn("lot", .text, "lot number"),
        ImportColumn("expiry", .text, "last day: 2027-01-31"),
        ImportColumn("status", .text, "available, hold, quarantine, damaged or returned"),
        ImportColumn("plate", .text, "pallet or case it stands on"),
        ImportColumn("ref", .text, "delivery note"),
        ImportColumn("client", .text, "whose it is"),
        ImportColumn("warehouse", .text, "where there is more than one"),
    ]
}
