import DequeModule
import Domain
import Fulfillment

/// What waits to be decided and to be read, kept apart so that neither starves the other.
struct Inbox: Sendable {
    /// A command that changes something, and who waits for its outcome.
    struct Change: Sendable {
        let command: Command
        let reply: @Sendable (Reply) -> Void
        /// Called instead where the command has only begun something: who brought it has it decided again when that
        /// is over.
        var begun: (@Sendable (ImportRow) -> Void)?
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
    /// Whether the decider's thread runs or has been woken.
    private var isAwake = true
    private(set) var isClosed = false
    private var isEnded = false

    /// - Returns: whether the decider's thread must be woken.
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

    var hasChanges: Bool { !changes.isEmpty }
    var hasReads: Bool { !reads.isEmpty }

    /// What the decider's thread does next.
    enum Next: Equatable {
        case work
        /// It waits until it is woken.
        case sleep
        case end
    }

    mutating func next() -> Next {
        if !changes.isEmpty || !reads.isEmpty { return .work }
        if isEnded { return .end }
        isAwake = false
        return .sleep
    }

    /// Refuses requests from now on, and hands back all that wait.
    mutating func close() -> (changes: Deque<Change>, reads: Deque<Read>) {
        defer {
            changes = []
            reads = []
            isClosed = true
        }
        return (changes, reads)
    }

    /// Lets the thread end once nothing waits.
    ///
    /// - Returns: whether it must be woken.
    mutating func end() -> Bool {
        isEnded = true
        return wake()
    }

    private mutating func wake() -> Bool {
        defer { isAwake = true }
        return !isAwake
    }
}
