import NIOCore

/// A subscriber's place in the stored events, without a socket.
///
/// Nothing is held for a subscriber but its place: events are fetched when there are newer ones and the
/// connection takes them, so that a slow reader costs no memory.
struct Subscription {
    enum Step: Equatable {
        /// Fetch events after the cursor, and tell ``fetched(upTo:)``.
        case fetch(EventCursor)
        case nothing
    }

    private(set) var cursor: EventCursor
    private var head: Int
    private var isFetching = false

    init(_ cursor: EventCursor, head: Int) {
        self.cursor = cursor
        self.head = head
    }

    /// There may be something to do: a commit, or the connection takes more.
    mutating func advance(head: Int? = nil, isWritable: Bool) -> Step {
        self.head = max(self.head, head ?? 0)
        guard !isFetching, isWritable, cursor.after < self.head else { return .nothing }
        isFetching = true
        return .fetch(cursor)
    }

    /// Every wanted event up to this one has been written.
    mutating func fetched(upTo sequence: Int) {
        isFetching = false
        cursor.after = max(cursor.after, sequence)
    }
}
