/// The daemon's own: drops stored answers that are older than their retention, the oldest first.
public struct AnswersForget: Operation {
    public var limit = 0

    public init() {}

    /// - Parameter limit: at most so many, so that nothing waits long for it.
    public init(limit: Int) { self.limit = limit }

    public static let declaration = Declaration.change(
        "answers.forget", [], "Drops stored answers that nobody can ask for any more.")

    public static let fields: [Field<AnswersForget>] = [
        .required("limit", \.limit, .quantity, "At most so many.")
    ]

    public struct Result: Record, Equatable {
        public var forgotten = 0
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("forgotten", \.forgotten, .count, "How many were dropped."),
            .required("more", \.hasMore, .flag, "Whether further ones are due."),
        ]
    }
}
