public import Domain

/// `layout.load`
public struct LayoutLoad: Operation {
    public var yaml = ""
    public var isDryRun = false
    public var relocated = Relocated()

    public init() {}

    public static let declaration = Declaration.change(
        "layout.load", [], "Loads a layout, or a new revision of one, whole or not at all.",
        refusals: [.layoutFaults, .layoutInUse])

    public static let fields: [Field<LayoutLoad>] = [
        .layoutFile(\.yaml),
        .flag("dry_run", \.isDryRun, "Only say what would change."),
        .defaulted(
            "relocated", \.relocated, .relocated, absent: Relocated(),
            "Bins that hold stock and may change, or all: what is in them has been moved with them. Bins that the file "
                + "drops have to be empty."),
    ]

    public struct Result: Record {
        public var warehouse = WarehouseCode("")
        public var revision = 1
        public var bins = 0
        public var added = 0
        public var removed = 0
        public var changed = 0
        public var warnings: [String] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("warehouse", \.warehouse, .warehouse, "The warehouse that the file is of."),
            .required("revision", \.revision, .count, "The revision that it is, or would be."),
            .required("bins", \.bins, .count, "How many bins it has."),
            .required("added", \.added, .count, "Bins that were not there before."),
            .required("removed", \.removed, .count, "Bins that are there no longer."),
            .required("changed", \.changed, .count, "Bins that stand elsewhere or are otherwise different."),
            .rows("warnings", \.warnings, of: .sentence, "What is rarely meant."),
        ]
    }
}
