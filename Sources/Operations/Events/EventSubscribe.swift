public import Domain

/// `event.subscribe`
public struct EventSubscribe: Operation {
    public var consumer: ConsumerName?
    public var after: Int?
    public var types: [EventType]?
    public var journal: String?

    public init() {}

    public static let declaration = Declaration.read(
        "event.subscribe", [.oms, .viewer, .printer, .driver],
        "From now on this connection gets every event after a point, then what is new.",
        refusals: [.gone, .ahead])

    public static let fields: [Field<EventSubscribe>] = [
        .optional("consumer", \.consumer, .id(), "A name whose acknowledged point the daemon keeps."),
        .optional(
            "after", \.after, .sequence,
            "Events after this sequence number; where left out, after the consumer's acknowledged one, or only new "
                + "ones where no consumer is named."),
        .optional("types", \.types, .list(of: .word(), max: 100), "Only these types."),
        .optional("journal", \.journal, .anyID, "The history that after counts in; another one is gone."),
    ]

    public struct Result: Record {
        public var after = 0
        public var head = 0
        public var journal = ""

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("after", \.after, .count, "Where it begins."),
            .required("head", \.head, .count, "The newest event."),
            .required("journal", \.journal, .sentence, "The name of this history."),
        ]
    }
}
