import Domain
import Foundation
import Fulfillment
import LineProtocol
import Logging
import Store
import Synchronization

/// Decides all requests on one thread of its own, which owns the site.
///
///     let decider = try Decider(clock: now, logger: logger) { () throws(StoreError) in try Site(…) }
///     decider.decide(command) { reply in … }      // when the change is on disk
///     decider.read { site, now in … }             // between two commits
///
/// The thread ends when the decider is released.
final class Decider: Sendable {
    /// Runs many replies one after another, so that they can be handed on together.
    typealias ReplyBatch = @Sendable (_ replies: () -> Void) -> Void

    /// Wakes the decider's thread, at once or when more requests have come that can share its next commit.
    typealias Wake = @Sendable (_ wake: @escaping @Sendable () -> Void) -> Void

    private let inbox: SharedInbox
    let logger: Logger

    /// - Parameters:
    ///   - wake: called where a request comes while the decider's thread sleeps, on the thread that brings it.
    ///   - batch: called with the replies of each commit, on the thread that synced it.
    ///   - open: opens the site, on the decider's thread.
    init(
        clock: @escaping @Sendable () -> Instant, logger: Logger, wake: @escaping Wake = { $0() },
        batch: @escaping ReplyBatch = { $0() },
        open: @escaping @Sendable () throws(StoreError) -> Site
    ) throws(StoreError) {
        let inbox = SharedInbox(wake: wake)
        self.inbox = inbox
        self.logger = logger
        let opening = Opening()
        let thread = Thread {
            do throws(StoreError) {
                let loop = DeciderLoop(
                    site: try open(), inbox: inbox, clock: clock, logger: logger, batch: batch)
                opening.finish(nil)
                loop.run()
            } catch { opening.finish(error) }
        }
        thread.name = "decider"
        thread.start()
        if let error = opening.wait() { throw error }
    }

    deinit { inbox.end() }

    /// Calls `notify` with the newest event's number, now and after every commit.
    func onCommit(_ notify: @escaping @Sendable (_ head: Int) -> Void) {
        inbox.listenToCommits(notify)
        read { [logger] site, _ in
            do throws(StoreError) { notify(try site.head) } catch {
                logger.error("the newest event cannot be read", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Decides a command; `reply` is called when its outcome is durable, on a thread that it must not keep.
    func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        if !inbox.enqueue(Inbox.Change(command: command, reply: reply)) { reply(.shuttingDown) }
    }

    /// Decides a command; where it has only begun something, `begun` is called instead of `reply`, and the caller has
    /// it decided again as ``Command/resumed`` when that is over.
    func decide(
        _ command: Command, begun: @escaping @Sendable (ImportRow) -> Void,
        reply: @escaping @Sendable (Reply) -> Void
    ) {
        let change = Inbox.Change(command: command, reply: reply, begun: begun)
        if !inbox.enqueue(change) { reply(.shuttingDown) }
    }

    /// Reads the site without changing it; `refuse` is called instead where the daemon is stopping.
    func read(
        _ body: @escaping @Sendable (Site, Instant) -> Void, refuse: @escaping @Sendable () -> Void = {}
    ) {
        if !inbox.enqueue(Inbox.Read(body: body, refuse: refuse)) { refuse() }
    }

    /// Refuses all that waits and all that comes from now on; what has been decided is answered.
    func close() {
        let (changes, reads) = inbox.close()
        for change in changes { change.reply(.shuttingDown) }
        for read in reads { read.refuse() }
    }

    /// Moves the write-ahead log into the database file, after all that has been decided.
    func checkpoint() async throws(StoreError) {
        let error: StoreError? = await withCheckedContinuation { continuation in
            inbox.enqueueLast { site in
                do throws(StoreError) {
                    try site.checkpoint()
                    continuation.resume(returning: nil)
                } catch { continuation.resume(returning: error) }
            }
        }
        if let error { throw error }
    }
}

/// Waits until the site has been opened, or could not be.
private final class Opening: Sendable {
    private let isDone = DispatchSemaphore(value: 0)
    private let error = Mutex<StoreError?>(nil)

    func finish(_ error: StoreError?) {
        self.error.withLock { $0 = error }
        isDone.signal()
    }

    func wait() -> StoreError? {
        isDone.wait()
        return error.withLock { $0 }
    }
}
