/// The daemon's own: moves history out of the way, so little at a time that nobody waits for it.
public struct HistorySlice: Operation {
    public var part = Part.answers
    public var limit = 0

    public init() {}

    /// - Parameter limit: at most so many, so that nothing waits long for it.
    public init(_ part: Part, limit: Int) {
        self.part = part
        self.limit = limit
    }

    /// What is moved or dropped.
    public enum Part: String, CaseIterable, Sendable {
        /// Stored answers that nobody can ask for any more.
        case answers
        /// Events that every consumer has dealt with and that are older than their retention.
        case events
        /// Orders that are closed go into the archive, with their picks, parcels and labels.
        case orders
        /// Archived orders that are older than their retention.
        case archive
    }

    public static let declaration = Declaration.change(
        "history.slice", [], "Moves history out of the way, a little at a time.")

    public static let fields: [Field<HistorySlice>] = [
        .required("part", \.part, .word(), "What is moved or dropped."),
        .required("limit", \.limit, .quantity, "At most so many."),
    ]

    public struct Result: Record, Equatable {
        public var done = 0
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("done", \.done, .count, "How many were moved or dropped."),
            .required("more", \.hasMore, .flag, "Whether further ones may be due."),
        ]
    }
}
