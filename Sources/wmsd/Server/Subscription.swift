import NIOCore

/// A subscriber's cursor in the stored events, without a socket.
///
/// The cursor is all that is kept for a subscriber: events are fetched when there are newer ones and the
/// connection is writable, so a slow reader costs no memory.
struct Subscription {
    enum Step: Equatable {
        /// Fetch events after the cursor, and call ``fetched(upTo:)``.
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

    /// To be called after a commit, and when the connection has become writable.
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
