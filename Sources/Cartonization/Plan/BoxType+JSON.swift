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
        cost = try fields.money("cost")
        supply = try fields.int("supply")
        clearanceMM = try fields.int("clearance_mm", or: 0)
        maxItems = try fields.int("max_items")
        kind = try Self.kind(fields)
    }

    private static let keys = [
        "id", "inner_mm", "outer_mm", "tare_g", "max_weight_g", "cost", "supply", "clearance_mm", "max_items",
        "kind", "give_mm",
    ]

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
}
