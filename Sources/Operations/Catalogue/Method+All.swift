extension Method {
    /// Every method that is built, by area.
    public static let areas: [(title: String, methods: [Method])] = [
        ("Layout", layout),
        ("Master data", masterData),
        ("Stock", stock),
        ("Orders", orders),
        ("People", people),
        ("Tours", tours),
        ("Tasks", tasks),
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
