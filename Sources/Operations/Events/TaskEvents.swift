public import Domain

/// What a task is about, as its events describe it.
public struct TaskFacts: Record, Equatable {
    public var kind = WorkKind.count
    public var bin: BinCode?
    public var tote: ToteID?
    public var sku: SKUID?
    public var lot: String?
    public var expiry: String?
    public var quantity = 0
    public var order: OrderID?
    public var parcel: ParcelRow?
    public var reason: String?

    public init() {}

    public static let fields: [Field<TaskFacts>] = [
        .required("kind", \.kind, .word(), "What it asks for."),
        .optional("bin", \.bin, .bin, "The bin where it is done, or where the pieces go."),
        .optional("tote", \.tote, .id(), "The tote that the pieces are in."),
        .optional("sku", \.sku, .sku, "The SKU; left out where it is about whatever lies there."),
        .optional("lot", \.lot, .anyID, "The lot."),
        .optional("expiry", \.expiry, .anyID, "The day through which they are good."),
        .required("qty", \.quantity, .count, "Pieces; 0 where nobody knows before it is done."),
        .optional("order_id", \.order, .orderID, "The order that it comes from."),
        .optional("parcel", \.parcel, .parcel, "The parcel that it is about."),
        .optional("reason", \.reason, .sentence, "Why it was opened."),
    ]
}

/// `task.opened`
public struct TaskOpened: EventData {
    public var task = TaskRow(1)
    public var facts = TaskFacts()

    public init() {}
    public init(_ task: TaskRow, _ facts: TaskFacts) { (self.task, self.facts) = (task, facts) }

    public static let type = EventType.taskOpened
    public static let summary = "Work has come up that serves no order's line, such as a count."
    public static let fields: [Field<TaskOpened>] =
        [.required("task", \.task, .row(), "The task.")] + .members(of: \.facts)
}

/// `task.done`
public struct TaskDone: EventData {
    public var task = TaskRow(1)
    public var facts = TaskFacts()
    public var differences: [StockCount.Difference] = []

    public init() {}
    /// - Parameter differences: what a count found otherwise than the books had it.
    public init(_ task: TaskRow, _ facts: TaskFacts, differences: [StockCount.Difference] = []) {
        (self.task, self.facts, self.differences) = (task, facts, differences)
    }

    public static let type = EventType.taskDone
    public static let summary = "A task is done."
    public static let fields: [Field<TaskDone>] =
        [.required("task", \.task, .row(), "The task.")] + .members(of: \.facts) + [
            .list(
                "differences", \.differences, of: .record(), max: RecordLimits.rowsMax,
                "Where a count found something else than the books had; left out where it found nothing else.")
        ]
}
