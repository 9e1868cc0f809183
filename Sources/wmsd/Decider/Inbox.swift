import Domain
import DequeModule
import Fulfillment

/// What waits to be decided and to be read, kept apart so that neither starves the other.
struct Inbox: Sendable {
    /// A command that changes something, and who waits for its outcome.
    struct Change: Sendable {
        let command: Command
        let reply: @Sendable (Reply) -> Void
    }

    /// Something that reads the site and changes nothing.
    struct Read: Sendable {
        let body: @Sendable (Site, Instant) -> Void
        let refuse: @Sendable () -> Void
    }

    /// Changes that share one commit: more would make the first of them wait longer than a commit saves.
    static let changesPerCommit = 256

    private var changes: Deque<Change> = []
    private var reads: Deque<Read> = []
    /// Whether a pass of the decider is under way or has been asked for.
    private var isAwake = false
    private(set) var isClosed = false

    var hasChanges: Bool { !changes.isEmpty }

    /// - Returns: whether the decider must be woken.
    mutating func enqueue(_ change: Change) -> Bool {
        changes.append(change)
        return wake()
    }

    mutating func enqueue(_ read: Read) -> Bool {
        reads.append(read)
        return wake()
    }

    mutating func dequeueChanges() -> [Change] {
        let next = Array(changes.prefix(Self.changesPerCommit))
        changes.removeFirst(next.count)
        return next
    }

    mutating func dequeueRead() -> Read? { reads.popFirst() }

    /// Falls asleep where nothing waits.
    mutating func sleepIfEmpty() -> Bool {
        if changes.isEmpty && reads.isEmpty { isAwake = false }
        return !isAwake
    }

    /// Refuses to grow from now on, and hands back all that waits.
    mutating func close() -> (changes: Deque<Change>, reads: Deque<Read>) {
        defer {
            changes = []
            reads = []
            isClosed = true
        }
        return (changes, reads)
    }

    private mutating func wake() -> Bool {
        defer { isAwake = true }
        return !isAwake
    }
}
