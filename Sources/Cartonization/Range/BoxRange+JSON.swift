public import JSON

extension BoxRange.Step {
    /// One line of `wms plan range`.
    public var json: JSONObject {
        var members: JSONObject = [
            "dropped": dropped.map { .string($0) } ?? .null, "kept": .array(kept.map { .string($0) }),
            "unpacked": .int(totals.unpackedPieces), "parcels": .int(totals.parcels),
        ]
        if let cost = totals.cost { members["cost"] = .double(Double(cost) / 10_000) }
        members["litres"] = .double(Double(totals.volumeMM3 / 100_000) / 10)
        return members
    }
}
