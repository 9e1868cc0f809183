public import Domain

/// A task as `task.list` has it.
public struct TaskSummary: Record, Equatable {
    public var task = TaskRow(1)
    public var kind = WorkKind.count
    public var state = TaskState.open
    public var warehouse = WarehouseCode("")
    public var client = ClientID("")
    public var bin: BinCode?
    public var tote: ToteID?
    public var target: BinCode?
    public var sku: SKUID?
    public var lot: String?
    public var expiry: Day?
    public var quantity = 0
    public var order: OrderID?
    public var parcel: ParcelRow?
    public var isBlind = false
    public var mustRecount = false
    public var isForLead = false
    public var notBy: BadgeID?
    public var reason: String?
    public var priority = 0
    public var tour: TourRow?
    public var badge: BadgeID?
    public var openedAt = Instant(millisecondsSince1970: 0)
    public var endedAt: Instant?

    public init() {}

    public static let fields: [Field<TaskSummary>] = what + goods + progress

    private static let what: [Field<TaskSummary>] = [
        .required("task", \.task, .row(), "Its number."),
        .required("kind", \.kind, .word(), "What is to be done."),
        .required("state", \.state, .word(), "How far it is."),
        .required("warehouse", \.warehouse, .warehouse, "In which warehouse."),
        .optional("bin", \.bin, .bin, "The bin where it begins."),
        .optional("tote", \.tote, .id(), "The tote that the pieces are in."),
        .optional("to", \.target, .bin, "The bin that the pieces go to."),
    ]

    private static let goods: [Field<TaskSummary>] = [
        .optional("sku", \.sku, .sku, "The SKU; left out where it is about whatever lies there."),
        .client(\.client),
        .lot(\.lot),
        .expiry(\.expiry),
        .required("qty", \.quantity, .count, "Pieces; 0 where nobody knows before it is done."),
        .optional("order_id", \.order, .orderID, "The order that it comes from."),
        .optional("parcel", \.parcel, .parcel, "The parcel that it is about."),
        .flag("blind", \.isBlind, "Whether who counts is not shown how many pieces the books have."),
        .flag("recount", \.mustRecount, "Whether a second count has to confirm a difference that was found."),
        .flag(
            "for_lead", \.isForLead,
            "Whether two counts found a difference so large that a lead has to confirm it, by stock.count."),
        .optional("not_by", \.notBy, .id(), "Whose count it was, and who may not make the second one."),
    ]

    private static let progress: [Field<TaskSummary>] = [
        .optional("reason", \.reason, .note, "Why it was opened."),
        .required("priority", \.priority, .whole(0...100), "Higher goes first."),
        .optional("tour", \.tour, .row(), "The tour that it is on."),
        .optional("badge", \.badge, .id(), "Who does it, or did it."),
        .required("opened_at", \.openedAt, .time, "When it was opened."),
        .optional("ended_at", \.endedAt, .time, "When it was done or cancelled."),
    ]
}
