public import JSON

extension BoxType {
    /// Reads one entry of a boxes file.
    ///
    ///     {"id":"S","inner_mm":[240,160,100],"outer_mm":[250,170,110],"tare_g":80,"max_weight_g":10000,"cost":0.42,"supply":50}
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)``.
    public init(json: JSONValue, place: String) throws(PackingError) {
        let fields = try FieldReader(json, place: place)
        try fields.refuseUnknown(Self.keys)
        self.init(
            id: try fields.required("id", fields.string("id")),
            inner: try fields.required("inner_mm", fields.size("inner_mm")))
        outer = try fields.size("outer_mm")
        tareG = try fields.int("tare_g", or: 0)
        maxGrossG = try fields.int("max_weight_g")
        cost = try Self.cost(fields)
        supply = try fields.int("supply")
        clearanceMM = try fields.int("clearance_mm", or: 0)
        maxItems = try fields.int("max_items")
        kind = try Self.kind(fields)
    }

    private static let keys = [
        "id", "inner_mm", "outer_mm", "tare_g", "max_weight_g", "cost", "supply", "clearance_mm", "max_items",
        "kind", "give_mm",
    ]

    private static func cost(_ fields: FieldReader) throws(PackingError) -> Int? {
        guard let value = fields.value("cost") else { return nil }
        guard let cost = value.double, let units = Int(exactly: (cost * 10_000).rounded()) else {
            throw fields.fault("cost", "must be a number, not \(value)")
        }
        return units
    }

    private static func kind(_ fields: FieldReader) throws(PackingError) -> Kind {
        let give = try fields.int("give_mm")
        switch try fields.string("kind") ?? "carton" {
        case "carton":
            if give != nil { throw fields.fault("give_mm", "is for boxes of kind \"mailer\"") }
            return .carton
        case "mailer": return .mailer(giveMM: give ?? 0)
        case let other: throw fields.fault("kind", "must be carton or mailer, not \"\(other)\"")
        }
    }

    /// Reads a boxes file: `{"boxes":[…]}` or the list alone.
    ///
    /// - Throws: ``PackingError`` naming the first entry that is wrong.
    public static func list(json: JSONValue) throws(PackingError) -> [BoxType] {
        guard let entries = json.array ?? json["boxes"]?.array else {
            throw .malformed(field: "boxes", problem: "must be a list of box types")
        }
        var boxes: [BoxType] = []
        for (index, entry) in entries.enumerated() {
            boxes.append(try BoxType(json: entry, place: "boxes[\(index)]"))
        }
        return boxes
    }
}
