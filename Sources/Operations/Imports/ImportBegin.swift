public import Domain

/// `import.begin`
public struct ImportBegin: Operation {
    public var kind = ImportedThing.sku
    public var warehouse: WarehouseCode?
    public var client: ClientID?

    public init() {}

    public static let declaration = Declaration.change(
        "import.begin", [.oms], "Begins to bring rows in: all of them or none.", refusals: [.unknownWarehouse]
    )

    public static let fields: [Field<ImportBegin>] = [
        .required("kind", \.kind, .word(), "What the rows are."),
        .optional(
            "warehouse", \.warehouse, .warehouse, "Where totes and stock are, unless a row says so itself."),
        .optional("client", \.client, .client, "Whose SKUs or stock they are, unless a row says so itself."),
    ]

    public struct Result: Record {
        public var number = ImportRow(1)

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("import", \.number, .row(), "The import, to be named with its rows.")
        ]
    }
}
