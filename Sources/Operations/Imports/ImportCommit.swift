public import Domain

/// `import.commit`
public struct ImportCommit: Operation {
    public var number = ImportRow(1)

    public init() {}

    public static let declaration = Declaration.change(
        "import.commit", [.oms],
        "Books all rows, or none. Up to \(Limits.importAwaitedMax) are booked when the answer comes; of more, import.get "
            + "tells how far they are.",
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
                "state", \.state, .word(of: [.committing, .committed, .refused]),
                "committed where all rows count; committing where import.get has to be asked; refused where others "
                    + "changed what a row rests on when some had been booked, as import.get tells."),
        ]
    }
}
