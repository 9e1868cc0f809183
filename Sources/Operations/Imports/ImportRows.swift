public import Domain
public import JSON
import LineProtocol

/// `import.rows`
public struct ImportRows: Operation {
    public var number = ImportRow(1)
    public var firstLine = 1
    /// Params of the import's operation, each read when the import is committed, so that all faults are reported at
    /// once.
    public var rows: [JSONObject] = []

    public init() {}

    public static let declaration = Declaration.change(
        "import.rows", [.oms], "Brings further rows.", refusals: [.unknownImport, .wrongState])

    public static let fields: [Field<ImportRows>] = [
        .required("import", \.number, .row(), "The import."),
        .required(
            "first_line", \.firstLine, .whole(1...Limits.quantityMax),
            "The line of the first row in the caller's file."),
        .required(
            "rows", \.rows, .list(of: .untouched, max: WireLimits.importRowsMax),
            "Params of sku.upsert, box.upsert, tote.upsert or stock.receive, one object a row."),
    ]

    public struct Result: Record {
        public var number = ImportRow(1)
        public var rows = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("import", \.number, .row(), "The import."),
            .required("rows", \.rows, .count, "Rows that have been brought so far."),
        ]
    }
}
