public import JSON

extension Packing {
    /// The members of an answer line: `parcels`, `unpacked`, `lower_bound`, `optimal`.
    public var json: JSONObject {
        [
            "parcels": .array(parcels.map { .object($0.json) }),
            "unpacked": .array(unpacked.map { .object($0.json) }),
            "lower_bound": .int(lowerBound), "optimal": .bool(isOptimal),
        ]
    }
}

extension PackedParcel {
    public var json: JSONObject {
        ["box": .string(boxID), "weight_g": .int(weightG), "items": .array(items.map { .object($0.json) })]
    }
}

extension PlacedItem {
    public var json: JSONObject {
        [
            "sku": .string(sku), "at_mm": [.int(at.xMM), .int(at.yMM), .int(at.zMM)],
            "size_mm": .array(size.edgesMM.map { .int($0) }),
        ]
    }
}

extension UnpackedItem {
    public var json: JSONObject {
        ["sku": .string(sku), "qty": .int(quantity), "reason": .string(reason.rawValue), "why": .string(why)]
    }
}
