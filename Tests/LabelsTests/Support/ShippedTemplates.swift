import Foundation
import JSON

@testable import Labels

/// The templates of the repository, with data that each of them can show.
enum ShippedTemplates {
    static let names = ["shipping-4x6", "shipping-a6", "tote", "bin", "contents"]

    static func load(_ name: String) throws -> LabelTemplate {
        try LabelTemplate(yaml: text(name), file: path(name))
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    private static func path(_ name: String) -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent("labels/\(name).yaml").path
    }

    static let shipping: JSONValue = [
        "sscc": "106141411234567897", "order_id": "ORD-2026-05-06-001",
        "ship_from": [
            "name": "Tea House", "lines": ["1 Warehouse Road"], "city": "New York", "country": "US",
        ],
        "ship_to": [
            "name": "Zoë Müller", "lines": ["Große Straße 12"], "city": "Berlin", "postcode": "10115",
            "country": "DE",
        ],
        "driver": "D1", "sla": "SAME_DAY", "box": "S", "weight_g": 1160, "parcel": 1, "parcels": 2,
    ]

    static func data(_ name: String) -> JSONValue {
        switch name {
        case "tote": ["tote": "TOTE-0007"]
        case "bin": ["bin": "B-03-12", "name": "B-03-A12", "arrow": "up", "check": "47"]
        case "contents":
            [
                "order_id": "ORD-1", "parcel": 1, "parcels": 2,
                "items": .array(
                    (1...30).map {
                        ["sku": .string("SKU-\($0)"), "qty": .int($0), "name": "Green tea, 250 g"]
                    }),
            ]
        default: shipping
        }
    }
}
