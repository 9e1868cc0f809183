public import Domain

/// The daemon's own: moves history out of the way, so little at a time that nobody waits for it.
public struct HistorySlice: Operation {
    public var part = Part.answers
    public var limit = 0
    public var after: Ended?

    public init() {}

    /// - Parameters:
    ///   - limit: at most so many, so that nothing waits long for it.
    ///   - after: where the slice before this one ended, as its result said; nil to begin with the oldest.
    public init(_ part: Part, limit: Int, after: Ended? = nil) {
        self.part = part
        self.limit = limit
        self.after = after
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
        /// Tasks of no order that were done or cancelled.
        case tasks
        /// Tours that were finished or cancelled, of which every pick and task has gone.
        case tours
        /// Sessions that were ended, whose tours and tasks have gone.
        case sessions
        /// Imports that are done.
        case imports
    }

    /// Something that is over.
    public struct Ended: Record, Equatable {
        public var at = Instant(millisecondsSince1970: 0)
        public var row = 0
        public var stage: OrderStage?

        public init() {}

        public init(at: Instant, row: Int, stage: OrderStage? = nil) {
            self.at = at
            self.row = row
            self.stage = stage
        }

        public static let fields: [Field<Ended>] = [
            .required("at", \.at, .time, "When it ended."),
            .required("row", \.row, .count, "Its number."),
            .optional("stage", \.stage, .word(), "Of an order: in which stage it ended."),
        ]
    }

    public static let declaration = Declaration.change(
        "history.slice", [], "Moves history out of the way, a little at a time.")

    public static let fields: [Field<HistorySlice>] = [
        .required("part", \.part, .word(), "What is moved or dropped."),
        .required("limit", \.limit, .quantity, "At most so many."),
        .optional("after", \.after, .record(), "What was checked last."),
    ]

    public struct Result: Record, Equatable {
        public var done = 0
        public var hasMore = false
        public var last: Ended?

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("done", \.done, .count, "How many were moved or dropped."),
            .required("more", \.hasMore, .flag, "Whether further ones may be due."),
            .optional("last", \.last, .record(), "What was checked last; the next slice goes on after it."),
        ]
    }
}
