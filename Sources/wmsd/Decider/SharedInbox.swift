import DequeModule
import Dispatch
import Fulfillment
import Synchronization

/// The inbox between those who have requests, on any thread, and the decider's thread, which sleeps while it is
/// empty.
final class SharedInbox: Sendable {
    /// Who hears of commits. Not the closure alone: each reading of a closure out of a generic type such as a lock wraps
    /// it once more, and every call would go through all the wrappings.
    struct CommitListener: Sendable {
        let notify: @Sendable (_ head: Int) -> Void
    }

    private let inbox = Mutex(Inbox())
    private let wakes = DispatchSemaphore(value: 0)
    private let listener = Mutex<CommitListener?>(nil)
    private let wake: Decider.Wake

    init(wake: @escaping Decider.Wake) { self.wake = wake }

    /// - Returns: whether the inbox is open.
    func enqueue(_ change: Inbox.Change) -> Bool { add { $0.isClosed ? nil : $0.enqueue(change) } }

    /// - Returns: whether the inbox is open.
    func enqueue(_ read: Inbox.Read) -> Bool { add { $0.isClosed ? nil : $0.enqueue(read) } }

    /// Has `body` called after all that has been decided, though the inbox be closed.
    func enqueueLast(_ body: @escaping @Sendable (Site) -> Void) {
        _ = add { $0.enqueue(Inbox.Read(body: { site, _ in body(site) }, refuse: {})) }
    }

    /// Refuses requests from now on.
    ///
    /// - Returns: those that wait.
    func close() -> (changes: Deque<Inbox.Change>, reads: Deque<Inbox.Read>) { inbox.withLock { $0.close() } }

    /// Lets the thread end once nothing waits.
    func end() {
        // At once, since whoever calls later may have ended as well.
        if inbox.withLock({ $0.end() }) { wakes.signal() }
    }

    func listenToCommits(_ notify: @escaping @Sendable (_ head: Int) -> Void) {
        listener.withLock { $0 = CommitListener(notify: notify) }
    }

    /// - Parameter change: gives whether the thread must be woken; nil where nothing was added.
    private func add(_ change: (inout Inbox) -> Bool?) -> Bool {
        let mustWake = inbox.withLock { change(&$0) }
        if mustWake == true { wake { self.wakes.signal() } }
        return mustWake != nil
    }

    // MARK: The decider's thread

    /// Sleeps until there is work.
    ///
    /// - Returns: false when the thread is to end.
    func waitForWork() -> Bool {
        while true {
            switch inbox.withLock({ $0.next() }) {
            case .work: return true
            case .sleep: wakes.wait()
            case .end: return false
            }
        }
    }

    func dequeueChanges() -> [Inbox.Change] { inbox.withLock { $0.dequeueChanges() } }
    func dequeueRead() -> Inbox.Read? { inbox.withLock { $0.dequeueRead() } }
    var hasChanges: Bool { inbox.withLock { $0.hasChanges } }
    var hasReads: Bool { inbox.withLock { $0.hasReads } }

    var commitListener: CommitListener? { listener.withLock { $0 } }
}
