import Domain
import Fulfillment
import Store

/// Changes that are decided in one transaction, and what there is to do once it is on disk: a value without a thread.
///
///     let commit = SharedCommit(inbox.dequeueChanges())
///     let steps = try commit.decide(in: site, at: now)
///     try site.log.sync()                                   // durable from here on
///     for step in steps { … }                               // replies, in the order of the decisions
struct SharedCommit {
    /// What is to be done for one change.
    enum Step: Sendable {
        case reply(Inbox.Change, Reply)
        /// Nothing has happened yet: with the answer to this the change goes back into the inbox.
        case ask(PackingQuestion, for: Inbox.Change)
        /// An import was begun; the change is answered when that is over.
        case begun(ImportRow, Inbox.Change)
    }

    let changes: [Inbox.Change]

    init(_ changes: [Inbox.Change]) { self.changes = changes }

    /// Decides the changes in their order; what was decided is durable when the site's log was synced.
    ///
    /// - Throws: where nothing of them happened; ``refuse(_:)`` says so to everybody.
    func decide(in site: Site, at now: Instant) throws(StoreError) -> [Step] {
        let outcomes = try site.decideUnsynced(changes.map { $0.command.waiting }, at: now)
        return zip(changes, outcomes).map { change, outcome in
            switch outcome {
            case .awaits(let question): .ask(question, for: change)
            case .begun(let row) where change.begun != nil: .begun(row, change)
            default: .reply(change, Reply(outcome))
            }
        }
    }

    func refuse(_ refusal: Reply) { for change in changes { change.reply(refusal) } }
}

extension Inbox.Change {
    /// The same change with an answer that it waited for.
    func with(_ answer: PackingAnswer) -> Inbox.Change {
        Inbox.Change(command: command.with(answer), reply: reply, begun: begun)
    }
}
