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
        let commit = SharedCommit(inbox.dequeueChanges())
        if commit.changes.isEmpty { return }
        do throws(StoreError) {
            let steps = try commit.decide(in: site, at: clock())
            batch {
                for step in steps { carryOut(step) }
                notifyOfCommit()
            }
        } catch {
            let refusal = Reply.refusal(refusal(of: error))
            batch { commit.refuse(refusal) }
        }
    }

    private func carryOut(_ step: SharedCommit.Step) {
        switch step {
        case .reply(let change, let reply): change.reply(reply)
        case .ask(let question, let change): decide(change, after: question)
        case .begun(let row, let change): change.begun?(row)
        }
    }

    /// Notifies those who follow the events of the newest one; where it cannot be read, the commit after this one does.
    private func notifyOfCommit() {
        guard let listener = inbox.commitListener else { return }
        do throws(StoreError) { listener.notify(try site.head) } catch {
            logger.error("the newest event cannot be read", metadata: ["error": "\(error)"])
        }
    }

    /// Has a change decided again when the packing engine has answered.
    private func decide(_ change: Inbox.Change, after question: PackingQuestion) {
        packing.async { [inbox] in
            if !inbox.enqueue(change.with(question.answer())) { change.reply(.shuttingDown) }
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
