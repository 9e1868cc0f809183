import Domain
public import JSON
import LineProtocol

/// `event.list`
public struct EventList: Operation {
    public var limit: Int?
    public var after: Int?
    public var types: [EventType]?

    public init() {}

    public static let declaration = Declaration.read(
        "event.list", [.oms, .viewer], "Stored events.", refusals: [.gone, .ahead])

    public static let fields: [Field<EventList>] = [
        .optional(
            "limit", \.limit, .whole(1...WireLimits.listRowsMax), "At most so many; 100 where left out."),
        .optional(
            "after", \.after, .sequence, "Events after this sequence number; the oldest kept where left out."),
        .optional("types", \.types, .list(of: .word(), max: 100), "Only these types."),
    ]

    public struct Result: Record {
        public var events: [JSONObject] = []
        public var hasMore = false
        public var head = 0
        public var next: Int?

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows(
                "events", \.events, of: .untouched,
                "CloudEvents, the oldest first; help events has their data."),
            .required("more", \.hasMore, .flag, "Whether there are further ones after these."),
            .required("head", \.head, .count, "The newest event."),
            .optional(
                "next", \.next, .count,
                "Where to go on after, where there are more: all up to it have been read."),
        ]
    }
}
