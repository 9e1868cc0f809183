import Common
import JSON

/// A SKU as master data.
struct Product {
    let sku: String
    let name: String
    let barcode: String
    let sizeMM: [Int]
    let weightG: Int
    /// Further params of `sku.upsert`.
    var details: JSONObject = [:]

    var volumeMM3: Int { sizeMM.reduce(1, *) }

    var hasExpiry: Bool { details["track"]?.array?.contains("expiry") ?? false }

    /// The params of `sku.upsert`.
    var row: JSONObject {
        var row: JSONObject = [
            "sku": .string(sku), "name": .string(name), "barcodes": [.string(barcode)],
            "size_mm": .array(sizeMM.map { .int($0) }), "weight_g": .int(weightG),
        ]
        for (key, value) in details.members { row[key] = value }
        return row
    }

    /// A GTIN-13 of the range that is free for use inside a company.
    static func barcode(number: Int) -> String {
        let digits = "20" + number.zeroPadded(to: 10)
        return digits + (CheckDigit.following(digits).map(String.init) ?? "")
    }
}

/// A carton type as master data.
struct Carton {
    let id: String
    let innerMM: [Int]
    /// Further params of `box.upsert`.
    let details: JSONObject

    var innerMM3: Int { innerMM.reduce(1, *) }

    /// The params of `box.upsert`.
    var row: JSONObject {
        var row: JSONObject = ["box": .string(id), "inner_mm": .array(innerMM.map { .int($0) })]
        for (key, value) in details.members { row[key] = value }
        return row
    }
}
