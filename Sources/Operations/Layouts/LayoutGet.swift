public import Domain

/// `layout.get`
public struct LayoutGet: Operation {
    public var warehouse: WarehouseCode?
    public var revision: Int?

    public init() {}

    public static let declaration = Declaration.read(
        "layout.get", Role.allCases, "The layout file of a warehouse as it was loaded.",
        refusals: [.unknownWarehouse, .notConfigured])

    public static let fields: [Field<LayoutGet>] = [
        .warehouse(\.warehouse),
        .optional("revision", \.revision, .quantity, "An older revision; the one in force where left out."),
    ]

    public struct Result: Record {
        public var warehouse = WarehouseCode("")
        public var revision = 1
        public var yaml = ""

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("warehouse", \.warehouse, .warehouse, "The warehouse."),
            .required("revision", \.revision, .count, "The revision."),
            .layoutFile(\.yaml),
        ]
    }
}
