public import Domain

/// `session.list`
public struct SessionList: Operation {
    public var all = false
    public var warehouse: WarehouseCode?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "session.list", [.viewer], "Who is at work.", refusals: [.unknownWarehouse])

    public static let fields: [Field<SessionList>] =
        [
            .flag("all", \.all, "Also the sessions that have ended."),
            .optional("warehouse", \.warehouse, .warehouse, "Only in this warehouse."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var sessions: [Row] = []
        public var hasMore = false
        public init() {}
        public static let fields: [Field<Result>] = [
            .rows("sessions", \.sessions, of: .record(), "The sessions by number."),
            .more(\.hasMore),
        ]
    }

    /// One session.
    public struct Row: Record, Equatable {
        public var session = SessionRow(0)
        public var badge = BadgeID("")
        public var device = DeviceID("")
        public var warehouse = WarehouseCode("")
        public var cart: CartCode?
        public var station: StationCode?
        public var since = Instant(millisecondsSince1970: 0)
        public var isOpen = false
        public var doing = ""
        public init() {}
        public static let fields: [Field<Row>] = [
            .required("session", \.session, .session, "Its number."),
            .required("badge", \.badge, .id(), "Who."),
            .required("device", \.device, .id(), "On which device."),
            .required("warehouse", \.warehouse, .warehouse, "In which warehouse."),
            .optional("cart", \.cart, .id(), "The cart that is walked with."),
            .optional("station", \.station, .id(), "The station that is worked at."),
            .required("since", \.since, .time, "When it began."),
            .required("open", \.isOpen, .flag, "False where it has ended."),
            .required("doing", \.doing, .sentence, "What the person is in the middle of, in words."),
        ]
    }
}

extension SessionList: ListOperation {}

extension SessionList.Result: ListPage {
    public var rows: [SessionList.Row] { sessions }
    public var next: String? { sessions.last?.session.description }
}
