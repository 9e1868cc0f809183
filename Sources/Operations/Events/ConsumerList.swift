public import Domain

/// `consumer.list`
public struct ConsumerList: Operation {
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "consumer.list", [.oms, .viewer], "Who reads events by name, and how far each is.")

    public static let fields: [Field<ConsumerList>] = .members(of: \.page)

    public struct Result: Record {
        public var consumers: [Consumer] = []
        public var hasMore = false
        public var head = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("consumers", \.consumers, of: .record(), "The consumers by name."),
            .more(\.hasMore),
            .required("head", \.head, .count, "The newest event."),
        ]
    }

    /// One consumer.
    public struct Consumer: Record, Equatable {
        public var consumer = ConsumerName("")
        public var acknowledged = 0
        public var lag = 0
        public var seenAt = Instant(millisecondsSince1970: 0)

        public init() {}

        public static let fields: [Field<Consumer>] = [
            .required("consumer", \.consumer, .id(), "Its name."),
            .required("acknowledged", \.acknowledged, .count, "The last event that it has dealt with."),
            .required("lag", \.lag, .count, "Events after that one."),
            .required("seen_at", \.seenAt, .time, "When it acknowledged last."),
        ]
    }
}

extension ConsumerList: ListOperation {}

extension ConsumerList.Result: ListPage {
    public var rows: [ConsumerList.Consumer] { consumers }
    public var next: String? { consumers.last?.consumer.text }
}
