public import JSON

/// The boxes of a site, what its carrier charges and how pieces must stand: the file that plans read.
///
///     {"boxes":[{"id":"S","inner_mm":[240,160,100]}],"freight":{"steps":[{"to_g":1000,"price":4.2}]},
///      "rules":{"support":0.75,"centre":true}}
public struct BoxesFile: Hashable, Sendable {
    public var boxes: [BoxType]
    public var freight: FreightTable?
    public var rules: PackingRules

    public init(boxes: [BoxType], freight: FreightTable? = nil, rules: PackingRules = PackingRules()) {
        self.boxes = boxes
        self.freight = freight
        self.rules = rules
    }

    /// Reads the file, or the list of its boxes alone.
    ///
    /// - Throws: ``PackingError`` naming the first entry that is wrong.
    public init(json: JSONValue) throws(PackingError) {
        if let entries = json.array {
            self.init(boxes: try Self.boxes(entries))
            return
        }
        let fields = try FieldReader(json, place: "the boxes file")
        try fields.refuseUnknown(["boxes", "freight", "rules"])
        guard let entries = fields.value("boxes")?.array else {
            throw .malformed(field: "boxes", problem: "must be a list of box types")
        }
        var freight: FreightTable?
        if let value = fields.value("freight") { freight = try FreightTable(json: value) }
        var rules = PackingRules()
        if let value = fields.value("rules") { rules = try PackingRules(json: value) }
        self.init(boxes: try Self.boxes(entries), freight: freight, rules: rules)
    }

    private static func boxes(_ entries: [JSONValue]) throws(PackingError) -> [BoxType] {
        var boxes: [BoxType] = []
        for (index, entry) in entries.enumerated() {
            boxes.append(try BoxType(json: entry, place: "boxes[\(index)]"))
        }
        return boxes
    }
}
