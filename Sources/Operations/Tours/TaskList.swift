public import Domain

/// `task.list`
public struct TaskList: Operation {
    public var kind: WorkKind?
    public var state: TaskState?
    public var bin: BinCode?
    public var warehouse: WarehouseCode?
    public var client: ClientID?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "task.list", Role.allCases, "Work that serves no order's line, such as counts.",
        refusals: [.unknownBin, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<TaskList>] =
        [
            .optional("kind", \.kind, .word(), "Only tasks of this kind."),
            .optional("state", \.state, .word(), "Only tasks in this state."),
            .optional("bin", \.bin, .bin, "Only tasks that begin at this bin."),
            .optional("warehouse", \.warehouse, .warehouse, "Only in this warehouse."),
            .optional(
                "client", \.client, .client,
                "Only work on this client's goods; \"\" for that on nobody's in particular."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var tasks: [TaskSummary] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("tasks", \.tasks, of: .record(), "The tasks by number."),
            .more(\.hasMore),
        ]
    }
}

extension TaskList: ListOperation {}

extension TaskList.Result: ListPage {
    public var rows: [TaskSummary] { tasks }
    public var next: String? { tasks.last?.task.description }
}
