public import Domain

/// `event.forget`
public struct EventForget: Operation {
    public var consumer = ConsumerName("")

    public init() {}

    public static let declaration = Declaration.change(
        "event.forget", [.oms], "The consumer is gone for good.", refusals: [.unknownConsumer])

    public static let fields: [Field<EventForget>] = [.required("consumer", \.consumer, .id(), "Who.")]

    public struct Result: Record {
        public var consumer = ConsumerName("")

        public init() {}

        public static let fields: [Field<Result>] = [.required("consumer", \.consumer, .id(), "Who.")]
    }
}
