import Domain
import Fulfillment
import Store

@testable import wmsd

/// The decider without its threads: the same inbox and the same commits, each of which a test calls for.
///
/// It is used from one thread; replies are `@Sendable` because the daemon's are.
final class SteppedDecider: @unchecked Sendable {
    private let databasePath: String
    private var openSite: Site?
    private var inbox = Inbox()
    /// Changes that wait for the packing engine, the oldest first.
    private var questions: [(question: PackingQuestion, change: Inbox.Change)] = []
    var now = Instant(millisecondsSince1970: 1_778_054_400_000)

    init(databasePath: String) throws(StoreError) {
        self.databasePath = databasePath
        try start()
    }

    var site: Site {
        guard let openSite else { preconditionFailure("the site is open but while it is opened again") }
        return openSite
    }

    /// How many changes wait for the packing engine.
    var questionCount: Int { questions.count }

    func enqueue(_ change: Inbox.Change) { _ = inbox.enqueue(change) }
    func enqueue(_ read: Inbox.Read) { _ = inbox.enqueue(read) }

    /// Decides all changes that wait, and sends the replies.
    ///
    /// - Returns: how many shared the commit.
    @discardableResult
    func commit() throws(StoreError) -> Int {
        let commit = SharedCommit(inbox.dequeueChanges())
        if commit.changes.isEmpty { return 0 }
        now = now.adding(seconds: 1)
        for step in try commit.decide(in: site, at: now) {
            switch step {
            case .reply(let change, let reply): change.reply(reply)
            case .ask(let question, let change): questions.append((question, change))
            case .begun: preconditionFailure("nobody imports anything in a shift")
            }
        }
        return commit.changes.count
    }

    /// Runs all reads that wait.
    func runReads() { while let read = inbox.dequeueRead() { read.body(site, now) } }

    /// Has the packing engine answer what it was asked first.
    func answerQuestion() {
        if questions.isEmpty { return }
        let (question, change) = questions.removeFirst()
        enqueue(change.with(question.answer()))
    }

    /// The daemon dies, with all that has not been decided, and is started again.
    func restart() throws(StoreError) {
        inbox = Inbox()
        questions = []
        // The file is held by one site alone.
        openSite = nil
        try start()
    }

    private func start() throws(StoreError) {
        openSite = try Site(databasePath: databasePath, settings: SiteSettings(), newJournal: "0a1b2c3d")
    }
}
