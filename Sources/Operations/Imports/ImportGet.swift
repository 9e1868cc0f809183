public import Domain

/// `import.get`
public struct ImportGet: Operation {
    public var number = ImportRow(1)

    public init() {}

    public init(_ number: ImportRow) { self.number = number }

    public static let declaration = Declaration.read(
        "import.get", [.oms], "Tells how far an import is and which of its rows have faults.",
        refusals: [.unknownImport])

    public static let fields: [Field<ImportGet>] = [.required("import", \.number, .row(), "The import.")]

    public struct Result: Record {
        public var number = ImportRow(1)
        public var kind = ImportedThing.sku
        public var state = ImportState.open
        public var doing: Doing?
        public var rows = 0
        public var done = 0
        public var faults: [Fault] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("import", \.number, .row(), "The import."),
            .required("kind", \.kind, .word(), "What its rows are."),
            .required(
                "state", \.state, .word(),
                "open while rows are brought, then committing, then committed or refused."),
            .optional("doing", \.doing, .word(), "What is done with its rows now; none where nothing is."),
            .required("rows", \.rows, .count, "Its rows."),
            .required("done", \.done, .count, "With how many of them that is done."),
            .rows(
                "faults", \.faults, of: .record(),
                "The rows that cannot be taken, by line, at most 100 of them."),
        ]
    }

    /// What a commit does, first with all rows and then with all rows again.
    public enum Doing: String, CaseIterable, Sendable {
        case checking, booking
    }

    /// What is wrong with one row.
    public struct Fault: Record, Equatable {
        public var line = 1
        public var kind = ErrorKind.badParams.rawValue
        public var message = ""

        public init() {}

        public init(_ fault: StagedFault) {
            (line, kind, message) = (fault.line, fault.kind.rawValue, fault.message)
        }

        public static let fields: [Field<Fault>] = [
            .required("line", \.line, .count, "The line in the caller's file."),
            .required("kind", \.kind, .anyID, "The kind of the refusal."),
            .required("message", \.message, .sentence, "What is wrong."),
        ]
    }
}
