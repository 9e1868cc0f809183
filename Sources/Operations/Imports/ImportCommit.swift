public import Domain

/// `import.commit`
public struct ImportCommit: Operation {
    public var number = ImportRow(1)

    public init() {}

    public static let declaration = Declaration.change(
        "import.commit", [.oms],
        "Books all rows, or none; a large import is checked and booked while others work, and import.get says how far.",
        refusals: [.unknownImport, .wrongState, .importFaults])

    public static let fields: [Field<ImportCommit>] = [.required("import", \.number, .row(), "The import.")]

    public struct Result: Record {
        public var number = ImportRow(1)
        public var rows = 0
        public var state = ImportState.committed

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("import", \.number, .row(), "The import."),
            .required("rows", \.rows, .count, "Its rows."),
            .required(
                "state", \.state, .word(of: [.committing, .committed]),
                "committed where all is done; committing where import.get has to be asked."),
        ]
    }
}
