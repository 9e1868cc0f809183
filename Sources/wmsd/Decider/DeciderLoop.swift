import Dispatch
import Domain
import Fulfillment
import Glibc
import LineProtocol
import Logging
import NIOCore
import Store

/// What the decider's thread does: all changes that wait in one transaction, then reads, and again.
///
/// Replies leave when the transaction is on disk. While it is being written further changes come in, and they share
/// the next one. If a commit fails, all its commands are refused and nothing of them stays; if the disk could not
/// be synced, the process ends at once, since Linux may have dropped the pages that it failed to write.
struct DeciderLoop {
    /// Reads may go on so long before changes and the replies of the reads come first; the last read may run
    /// over it.
    private static let readTimeMax = TimeAmount.milliseconds(2)
    /// Reads whose replies leave together: as many as one connection may have unanswered.
    private static let readsPerBatch = WireLimits.unansweredMax

    let site: Site
    let inbox: SharedInbox
    let clock: @Sendable () -> Instant
    let logger: Logger
    let batch: Decider.ReplyBatch
    /// Where the packing engine searches while others are served.
    private let packing = DispatchQueue(label: "packing")

    init(
        site: Site, inbox: SharedInbox, clock: @escaping @Sendable () -> Instant, logger: Logger,
        batch: @escaping Decider.ReplyBatch
    ) {
        let unreadable = UnreadableRowLog(logger)
        site.onUnreadable = { row in unreadable.note(row) }
        self.site = site
        self.inbox = inbox
        self.clock = clock
        self.logger = logger
        self.batch = batch
    }

    /// Returns when the inbox has ended.
    func run() {
        while inbox.waitForWork() {
            decideChanges()
            batch(runReads)
        }
    }

    private func decideChanges() {
        let changes = inbox.dequeueChanges()
        if changes.isEmpty { return }
        do throws(StoreError) {
            let outcomes = try site.decide(changes.map(\.command.waiting), at: clock())
            batch {
                for (change, outcome) in zip(changes, outcomes) {
                    if case .awaits(let question) = outcome {
                        decide(change, after: question)
                    } else if case .begun(let row) = outcome, let begun = change.begun {
                        begun(row)
                    } else {
                        change.reply(Reply(outcome))
                    }
                }
                notifyOfCommit()
            }
        } catch {
            let refusal = Reply.refusal(refusal(of: error))
            batch { for change in changes { change.reply(refusal) } }
        }
    }

    /// Notifies those who follow the events of the newest one; where it cannot be read, the commit after this one does.
    private func notifyOfCommit() {
        guard let notify = inbox.commitListener else { return }
        do throws(StoreError) { notify(try site.head) } catch {
            logger.error("the newest event cannot be read", metadata: ["error": "\(error)"])
        }
    }

    /// Has a change decided again when the packing engine has answered.
    private func decide(_ change: Inbox.Change, after question: PackingQuestion) {
        packing.async { [inbox] in
            let informed = Inbox.Change(
                command: change.command.with(question.answer()), reply: change.reply, begun: change.begun)
            if !inbox.enqueue(informed) { change.reply(.shuttingDown) }
        }
    }

    private func runReads() {
        let start = NIODeadline.now()
        for _ in 0..<Self.readsPerBatch {
            guard let read = inbox.dequeueRead() else { return }
            read.body(site, clock())
            if NIODeadline.now() - start > Self.readTimeMax { return }
        }
    }

    private func refusal(of error: StoreError) -> ProtocolError {
        if error.isSyncFailure {
            logger.critical("the disk could not be synced: stopping at once", metadata: ["error": "\(error)"])
            _exit(ExitStatus.syncFailed.rawValue)
        }
        logger.error("a commit failed", metadata: ["error": "\(error)"])
        return ProtocolError(commitFailure: error)
    }
}
