public import JSON

extension Item {
    /// Reads one entry of an order's `items`.
    ///
    ///     {"sku":"TEA-250G","qty":4,"size_mm":[120,80,60],"weight_g":270,"rotation":"upright","fragile":true}
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)``.
    public init(json: JSONValue, place: String) throws(PackingError) {
        let fields = try FieldReader(json, place: place)
        try fields.refuseUnknown(Self.keys)
        self.init(
            sku: try fields.required("sku", fields.string("sku")), quantity: try fields.int("qty", or: 1),
            size: try fields.required("size_mm", fields.size("size_mm")),
            weightG: try fields.int("weight_g", or: 0), rotation: try Self.rotation(fields))
        isFragile = try fields.bool("fragile", or: false)
        isStackable = try fields.bool("stackable", or: true)
        isFloorOnly = try fields.bool("floor_only", or: false)
        hasOwnBox = try fields.bool("own_box", or: false)
        topLoadMaxG = try fields.int("max_top_load_g")
        stackMax = try fields.int("max_stack")
        paddingMM = try fields.int("padding_mm", or: 0)
        nestMM = try fields.int("nest_mm")
        group = try fields.string("group")
        neverWith = try fields.strings("never_with")
        withGroup = try fields.string("with_group")
    }

    private static let keys = [
        "sku", "qty", "size_mm", "weight_g", "rotation", "fragile", "stackable", "floor_only", "own_box",
        "max_top_load_g", "max_stack", "padding_mm", "nest_mm", "group", "never_with", "with_group",
    ]

    /// `any`, `upright`, `none`, or the faces it may stand on: `["base","long_side","short_side"]`.
    private static func rotation(_ fields: FieldReader) throws(PackingError) -> Rotation {
        guard let value = fields.value("rotation") else { return .any }
        switch value {
        case "any": return .any
        case "upright": return .upright
        case "none": return .none
        case .array:
            var rotation: Rotation = []
            for name in try fields.strings("rotation") {
                guard let face = Rotation.Face(rawValue: name) else {
                    throw fields.fault("rotation", "names \"\(name)\"; faces are base, long_side, short_side")
                }
                rotation.formUnion(.standing(on: face))
            }
            return rotation
        default:
            throw fields.fault("rotation", "must be any, upright, none or a list of faces, not \(value)")
        }
    }

    /// Reads an order's `items`.
    ///
    /// - Throws: ``PackingError`` naming the first entry that is wrong.
    public static func list(json: JSONValue?) throws(PackingError) -> [Item] {
        guard let entries = json?.array else {
            throw .malformed(field: "items", problem: "must be a list of items")
        }
        var items: [Item] = []
        for (index, entry) in entries.enumerated() {
            items.append(try Item(json: entry, place: "items[\(index)]"))
        }
        return items
    }
}
