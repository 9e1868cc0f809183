import Domain
import Fulfillment
import Glibc
import LineProtocol
import Logging
import NIOCore
import Store

/// What the decider's thread does: all changes that wait in one transaction, then reads, and again.
///
/// Replies leave when the transaction is on disk. While the disk is synced the changes that came in meanwhile are decided
/// in the next one; where there are none the thread syncs by itself. Reads wait until all that they can see is on disk.
/// If a commit fails, all its commands are refused and nothing of them stays; if the disk could not be synced, the
/// process ends at once, since Linux may have dropped the pages that it failed to write.
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
    private let replies: CommitReplies
    private let syncs: SyncQueue

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
        replies = CommitReplies(inbox: inbox)
        let log = site.log
        syncs = SyncQueue {
            do throws(StoreError) { try log.sync() } catch { Self.stop(logger, after: error) }
        }
    }

    /// Returns when the inbox has ended.
    func run() {
        while inbox.waitForWork() {
            decideChanges()
            if inbox.hasReads {
                syncs.waitUntilDone()
                batch(runReads)
            }
        }
        syncs.waitUntilDone()
        syncs.end()
    }

    private func decideChanges() {
        let commit = SharedCommit(inbox.dequeueChanges())
        if commit.changes.isEmpty { return }
        do throws(StoreError) {
            let steps = try commit.decide(in: site, at: clock())
            let head = newestEvent()
            let send: SyncQueue.Job = { [batch, replies] in batch { replies.send(steps, head: head) } }
            if !inbox.hasChanges && syncs.isDone {
                try site.log.sync()
                send()
            } else {
                syncs.add(send)
            }
        } catch {
            let refusal = Reply.refusal(refusal(of: error))
            batch { commit.refuse(refusal) }
        }
        do throws(StoreError) { try site.checkpointWhenDue() } catch { Self.stop(logger, after: error) }
    }

    /// For those who follow the events; nil where nobody does, or where it cannot be read: the commit after this one
    /// says it.
    private func newestEvent() -> Int? {
        if inbox.commitListener == nil { return nil }
        do throws(StoreError) { return try site.head } catch {
            logger.error("the newest event cannot be read", metadata: ["error": "\(error)"])
            return nil
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
        if error.isSyncFailure { Self.stop(logger, after: error) }
        logger.error("a commit failed", metadata: ["error": "\(error)"])
        return ProtocolError(commitFailure: error)
    }

    private static func stop(_ logger: Logger, after error: StoreError) -> Never {
        logger.critical("the disk could not be synced: stopping at once", metadata: ["error": "\(error)"])
        _exit(ExitStatus.syncFailed.rawValue)
    }
}
