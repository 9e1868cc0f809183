import Domain
import Fulfillment
import Glibc
import LineProtocol
import Logging
import NIOCore
import Synchronization

/// Owns the site and decides on a thread of its own.
///
/// Changes that wait at the same moment are decided in one transaction, and their answers go out when it is
/// on disk. Reads go between two commits and give way to changes after ``readTimeMax``. If a commit
/// fails, all its commands are refused and nothing of them stays; if the disk could not be synced, the
/// process ends at once, since Linux may have dropped the pages that it failed to write.
actor Decider {
    /// Reads may go on so long before waiting changes come first; the last of them may run over it.
    private static let readTimeMax = TimeAmount.milliseconds(2)

    private let site: Site
    private let clock: @Sendable () -> Instant
    private let logger: Logger
    private var announce: @Sendable (_ head: Int) -> Void = { _ in }
    private nonisolated let loop: any EventLoop
    private nonisolated let inbox = Mutex(Inbox())

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - loop: a loop that nothing else uses: deciding blocks it while the disk syncs.
    ///   - open: opens the site.
    init(
        on loop: any EventLoop, clock: @escaping @Sendable () -> Instant, logger: Logger,
        open: @Sendable () throws(SiteError) -> sending Site
    ) throws(SiteError) {
        self.loop = loop
        self.clock = clock
        self.logger = logger
        site = try open()
    }

    /// Calls `announce` with the newest event's number, now and after every commit.
    func onCommit(_ announce: @escaping @Sendable (_ head: Int) -> Void) {
        self.announce = announce
        announce(site.head)
    }

    /// Decides a command; `reply` is called on the decider's thread when its outcome is durable.
    nonisolated func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        let change = Inbox.Change(command: command, reply: reply)
        enum Next { case wake, wait, refuse }
        let next: Next = inbox.withLock { $0.isClosed ? .refuse : $0.enqueue(change) ? .wake : .wait }
        switch next {
        case .wake: Task { await self.work() }
        case .wait: break
        case .refuse: reply(.shuttingDown)
        }
    }

    /// Reads the site without changing it; `refuse` is called instead where the daemon is stopping.
    nonisolated func read(
        _ body: @escaping @Sendable (Site, Instant) -> Void, refuse: @escaping @Sendable () -> Void = {}
    ) {
        let read = Inbox.Read(body: body, refuse: refuse)
        enum Next { case wake, wait, refuse }
        let next: Next = inbox.withLock { $0.isClosed ? .refuse : $0.enqueue(read) ? .wake : .wait }
        switch next {
        case .wake: Task { await self.work() }
        case .wait: break
        case .refuse: refuse()
        }
    }

    /// Refuses all that waits and all that comes from now on; what has been decided is answered.
    nonisolated func close() {
        let (changes, reads) = inbox.withLock { $0.close() }
        for change in changes { change.reply(.shuttingDown) }
        for read in reads { read.refuse() }
    }

    /// Moves the write-ahead log into the database file, before the process ends.
    func checkpoint() throws(SiteError) { try site.checkpoint() }

    private func work() {
        repeat {
            decideWaiting()
            readUntilChangesWait()
        } while !inbox.withLock { $0.sleepIfEmpty() }
    }

    private func decideWaiting() {
        let changes = inbox.withLock { $0.dequeueChanges() }
        if changes.isEmpty { return }
        do throws(SiteError) {
            let outcomes = try site.decide(changes.map(\.command), at: clock())
            for (change, outcome) in zip(changes, outcomes) { change.reply(Reply(outcome)) }
            announce(site.head)
        } catch {
            let refusal = Reply.refusal(refusal(of: error))
            for change in changes { change.reply(refusal) }
        }
    }

    private func readUntilChangesWait() {
        let start = NIODeadline.now()
        while let read = inbox.withLock({ $0.dequeueRead() }) {
            read.body(site, clock())
            if NIODeadline.now() - start > Self.readTimeMax, inbox.withLock({ $0.hasChanges }) { return }
        }
    }

    private func refusal(of error: SiteError) -> ProtocolError {
        if error.isSyncFailure {
            logger.critical("the disk could not be synced: stopping at once", metadata: ["error": "\(error)"])
            _exit(ExitStatus.syncFailed.rawValue)
        }
        logger.error("a commit failed", metadata: ["error": "\(error)"])
        return ProtocolError(commitFailure: error)
    }
}
