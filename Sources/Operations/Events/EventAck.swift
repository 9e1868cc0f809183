public import Domain

/// `event.ack`
public struct EventAck: Operation {
    public var consumer = ConsumerName("")
    public var sequence = 0

    public init() {}

    public static let declaration = Declaration.change(
        "event.ack", [.oms, .viewer, .printer, .driver], "The consumer has dealt with all up to here.",
        refusals: [.ahead])

    public static let fields: [Field<EventAck>] = [
        .required("consumer", \.consumer, .id(), "Who."),
        .required("sequence", \.sequence, .sequence, "The last one dealt with."),
    ]

    public struct Result: Record {
        public var consumer = ConsumerName("")
        public var sequence = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("consumer", \.consumer, .id(), "Who."),
            .required("sequence", \.sequence, .count, "The last one dealt with, which never goes back."),
        ]
    }
}
