import Dispatch
import Domain
import Fulfillment

/// Carries out what there is to do for the changes of a commit once it is on disk, on whichever thread synced it.
struct CommitReplies: Sendable {
    let inbox: SharedInbox
    /// Where the packing engine searches while others are served.
    private let packing = DispatchQueue(label: "packing")

    init(inbox: SharedInbox) { self.inbox = inbox }

    /// - Parameter head: the newest event, for those who follow the events; nil where it is not known.
    func send(_ steps: [SharedCommit.Step], head: Int?) {
        for step in steps {
            switch step {
            case .reply(let change, let reply): change.reply(reply)
            case .ask(let question, let change): decide(change, after: question)
            case .begun(let row, let change): change.begun?(row)
            }
        }
        if let head { inbox.commitListener?.notify(head) }
    }

    /// Has a change decided again when the packing engine has answered.
    private func decide(_ change: Inbox.Change, after question: PackingQuestion) {
        packing.async { [inbox] in
            if !inbox.enqueue(change.with(question.answer())) { change.reply(.shuttingDown) }
        }
    }
}
