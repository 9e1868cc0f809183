public import Domain
import LineProtocol

/// `task.open`
public struct TaskOpen: Operation {
    public var kind = WorkKind.count
    public var bin: BinCode?
    public var sku: SKUID?
    public var isBlind = false
    public var reason: String?
    public var warehouse: WarehouseCode?
    public var client = ClientID("")

    public init() {}

    public static let declaration = Declaration.change(
        "task.open", [],
        "Has a bin counted, or every bin that holds a SKU; a bin that waits for a count already gets no second one.",
        rules: [.exactlyOne(["bin", "sku"])],
        refusals: [.unknownBin, .unknownSKU, .unknownWarehouse, .wrongState, .notConfigured])

    /// The kinds of tasks that are opened by hand.
    public static let kindsOpened: [WorkKind] = [.count]

    public static let fields: [Field<TaskOpen>] = [
        .required("kind", \.kind, .word(of: kindsOpened), "What is to be done."),
        .optional("bin", \.bin, .bin, "The bin where it is to be done."),
        .optional("sku", \.sku, .sku, "The SKU that is to be counted, in every bin that holds it."),
        .flag("blind", \.isBlind, "Who counts is not shown how many pieces the books have."),
        .optional("reason", \.reason, .note, "Why: shown in the list and in events."),
        .warehouse(\.warehouse),
        .defaulted(
            "client", \.client, .client, absent: "",
            "Whose goods; left out with sku those of no client, with bin all that lie there."),
    ]

    public struct Result: Record {
        public var task = TaskRow(1)
        public var tasks: [TaskRow] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("task", \.task, .row(), "The task, or the first of them."),
            .rows("tasks", \.tasks, of: .row(), "All of them: one for each bin, those that waited before included."),
        ]
    }
}
