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

    /// A look at the site that changes nothing.
    struct Look: Sendable {
        let body: @Sendable (Site, Instant) -> Void
        let refuse: @Sendable () -> Void
    }

    /// Changes that share one commit: more would make the first of them wait longer than a commit saves.
    static let changesPerCommit = 256

    private var changes: Deque<Change> = []
    private var looks: Deque<Look> = []
    /// Whether a pass of the decider is under way or has been asked for.
    private var isAwake = false
    private(set) var isClosed = false

    var hasChanges: Bool { !changes.isEmpty }

    /// - Returns: whether the decider must be woken.
    mutating func put(_ change: Change) -> Bool {
        changes.append(change)
        return wake()
    }

    mutating func put(_ look: Look) -> Bool {
        looks.append(look)
        return wake()
    }

    mutating func takeChanges() -> [Change] {
        let taken = Array(changes.prefix(Self.changesPerCommit))
        changes.removeFirst(taken.count)
        return taken
    }

    mutating func takeLook() -> Look? { looks.popFirst() }

    /// Falls asleep where nothing waits.
    mutating func sleepIfEmpty() -> Bool {
        if changes.isEmpty && looks.isEmpty { isAwake = false }
        return !isAwake
    }

    /// Takes nothing more from now on, and hands back all that waits.
    mutating func close() -> (changes: Deque<Change>, looks: Deque<Look>) {
        defer {
            changes = []
            looks = []
            isClosed = true
        }
        return (changes, looks)
    }

    private mutating func wake() -> Bool {
        defer { isAwake = true }
        return !isAwake
    }
}
