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
/// on disk. Looks go between two commits and give way to changes after ``lookTime``. If a commit
/// fails, all its commands are refused and nothing of them stays; if the disk could not be synced, the
/// process ends at once, since Linux may have dropped the pages that it failed to write.
actor Decider {
    /// Looks may take so long before waiting changes come first; one look more may run over it.
    private static let lookTime = TimeAmount.milliseconds(2)

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

    /// Has `announce` told the newest event's number now and after every commit.
    func tellCommits(to announce: @escaping @Sendable (_ head: Int) -> Void) {
        self.announce = announce
        announce(site.head)
    }

    /// Decides a command; `reply` is called on the decider's thread when its outcome is durable.
    nonisolated func decide(_ command: Command, reply: @escaping @Sendable (Reply) -> Void) {
        let change = Inbox.Change(command: command, reply: reply)
        enum Next { case wake, wait, refuse }
        let next: Next = inbox.withLock { $0.isClosed ? .refuse : $0.put(change) ? .wake : .wait }
        switch next {
        case .wake: Task { await self.work() }
        case .wait: break
        case .refuse: reply(.shuttingDown)
        }
    }

    /// Looks at the site without changing it; `refuse` is called instead where the daemon is stopping.
    nonisolated func look(
        _ body: @escaping @Sendable (Site, Instant) -> Void, refuse: @escaping @Sendable () -> Void = {}
    ) {
        let look = Inbox.Look(body: body, refuse: refuse)
        enum Next { case wake, wait, refuse }
        let next: Next = inbox.withLock { $0.isClosed ? .refuse : $0.put(look) ? .wake : .wait }
        switch next {
        case .wake: Task { await self.work() }
        case .wait: break
        case .refuse: refuse()
        }
    }

    /// Refuses all that waits and all that comes; what is decided is answered.
    nonisolated func refuseFurther() {
        let (changes, looks) = inbox.withLock { $0.close() }
        for change in changes { change.reply(.shuttingDown) }
        for look in looks { look.refuse() }
    }

    /// Brings the database file up to date before the process ends.
    func settle() throws(SiteError) { try site.checkpoint() }

    private func work() {
        repeat {
            decideWaiting()
            lookWhileNothingWaits()
        } while !inbox.withLock { $0.sleepIfEmpty() }
    }

    private func decideWaiting() {
        let changes = inbox.withLock { $0.takeChanges() }
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

    private func lookWhileNothingWaits() {
        let start = NIODeadline.now()
        while let look = inbox.withLock({ $0.takeLook() }) {
            look.body(site, clock())
            if NIODeadline.now() - start > Self.lookTime, inbox.withLock({ $0.hasChanges }) { return }
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
