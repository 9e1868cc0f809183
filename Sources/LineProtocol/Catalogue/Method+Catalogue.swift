extension Method {
    /// Every method that is built, by area.
    public static let areas: [(title: String, methods: [Method])] = [
        ("Layout", layout),
        ("Master data", masterData),
        ("Stock", stock),
        ("Orders", orders),
        ("People", people),
        ("Tours", tours),
        ("Packing", packing),
        ("Parcels", parcels),
        ("Labels", labels),
        ("Events", events),
        ("Bulk", bulk),
        ("Operation", operation),
    ]

    /// Every method that is built.
    public static let all: [Method] = areas.flatMap(\.methods)

    /// The method of this name; nil where none is built.
    ///
    /// - Complexity: O(1)
    public static func named(_ name: String) -> Method? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension Param {
    static let warehouse = Param.optional(
        "warehouse", .id, "The warehouse; may be left out where there is one.")
    static let client = Param.optional(
        "client", .text(maxBytes: WireLimits.idBytesMax), "Whose goods; \"\" where there is one owner.")
    static let session = Param.required("session", .number, "The session that session.start answered with.")
    static let optionalStep = Param.optional(
        "step", .count, "The step of the prompt; the current one where left out.")
    static let step = Param.required("step", .count, "The step of the prompt that this answers.")

    /// The params that every list takes, after its filters.
    static let page: [Param] = [
        .optional("limit", .whole(1...WireLimits.listRowsMax), "At most so many rows; 100 where left out."),
        .optional(
            "after", .text(maxBytes: 256), "Rows after this key: that of the last row of the page before."),
    ]
}
