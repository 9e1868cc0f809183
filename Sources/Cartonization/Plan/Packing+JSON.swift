public import JSON

extension Packing {
    /// The members of an answer line: `parcels`, `unpacked`, `lower_bound`, `optimal`.
    public var json: JSONObject {
        var members: JSONObject = [
            "parcels": .array(parcels.map { .object($0.json) }),
            "unpacked": .array(unpacked.map { .object($0.json) }),
            "lower_bound": .int(lowerBound), "optimal": .bool(isOptimal),
        ]
        if isCut { members["cut"] = true }
        return members
    }
}

extension Totals {
    /// What an answer comes to: money as numbers with up to four decimals, volumes in mm³.
    public var json: JSONObject {
        var members: JSONObject = ["parcels": .int(parcels)]
        if let cost { members["cost"] = .double(Double(cost) / 10_000) }
        if freight > 0 { members["freight"] = .double(Double(freight) / 10_000) }
        members["volume_mm3"] = .int(volumeMM3)
        members["void_mm3"] = .int(voidMM3)
        return members
    }
}

extension Alternative {
    /// One entry of an answer's `alternatives`.
    var json: JSONObject {
        var members: JSONObject = ["profile": .string(profile.rawValue), "totals": .object(totals.json)]
        for (key, value) in packing.json.members { members[key] = value }
        return members
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
