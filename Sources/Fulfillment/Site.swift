public import Domain
import Cartonization
import GRDB
import JSON
import Operations

/// One data folder: its orders, stock, tours, parcels and the history of all that happened.
///
/// A site decides commands. It is used from one thread; the clock, randomness and the socket stay outside.
///
///     let site = try Site(databasePath: path, settings: SiteSettings(), newJournal: "7f3c91d2")
///     let outcomes = try site.decide([receive, allocate], at: now)   // one transaction, one sync to disk
///
/// The state is the database: a decision reads it, writes its changes and events, and is kept or rolled back
/// as a whole. Nothing is held in memory that a failed commit could leave wrong.
public final class Site {
    private let store: Store
    private let settings: SiteSettings
    private let layouts = FloorCache()
    /// Which boxes the same pieces went into before; nothing in it depends on the state.
    private let packingAnswers = AnswerCache()
    /// Names this history: another one after a backup has been restored.
    public let journal: String

    /// Opens the database, or makes it.
    ///
    /// - Parameter newJournal: the name of the history where the file is new: eight hexadecimal digits that
    ///   the caller has drawn.
    public init(databasePath: String, settings: SiteSettings, newJournal: String) throws(SiteError) {
        store = try Store(path: databasePath, newJournal: newJournal)
        self.settings = settings
        do {
            journal = try store.queue.read { db in
                try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'journal'") ?? newJournal
            }
        } catch { throw .commitFailed(Refusal(error)) }
    }

    /// Decides commands in order, all in one transaction that is durable when this returns.
    ///
    /// A refused command leaves no trace; the others stand. When this throws, none of them happened.
    public func decide(_ commands: [Command], at now: Instant) throws(SiteError) -> [Outcome] {
        var outcomes: [Outcome] = []
        do {
            try store.queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    for command in commands { outcomes.append(try decideOne(command, in: db, at: now)) }
                    return .commit
                }
            }
        } catch {
            layouts.clear()
            throw .commitFailed(Refusal(error))
        }
        return outcomes
    }

    /// Answers a request that changes nothing.
    public func read(_ query: Command, at now: Instant) -> Outcome {
        do {
            return try store.queue.read { db in
                .answer(
                    try answer(query, in: transaction(in: db, at: now, for: query)).description)
            }
        } catch { return .refusal(Refusal(error)) }
    }

    private func decideOne(_ command: Command, in db: Database, at now: Instant) throws -> Outcome {
        let transaction = transaction(in: db, at: now, for: command)
        var outcome = Outcome.refusal(.unknownMethod(command.method))
        try db.inSavepoint {
            do throws(Refusal) {
                outcome = .answer(
                    try transaction.once(command) { () throws(Refusal) in
                        try answer(command, in: transaction)
                    })
                return .commit
            } catch {
                if error.endsTheTransaction { throw error }
                outcome = .refusal(error)
                if command.operation is LayoutLoad { layouts.clear() }
                return .rollback
            }
        }
        return outcome
    }

    private func answer(_ command: Command, in transaction: Transaction) throws(Refusal) -> JSONValue {
        guard let rule = command.operation as? any Rule else { throw .unknownMethod(command.method) }
        return try rule.answer(in: transaction)
    }

    func transaction(in db: Database, at now: Instant, for command: Command) -> Transaction {
        let transaction = Transaction(
            db: db, now: now, settings: settings, layouts: layouts, packingAnswers: packingAnswers,
            journal: journal,
            actor: command.actor)
        transaction.unseenLabels = command.unseenLabels
        return transaction
    }

    /// Runs `body` on the open database, outside any rule; for the event log and the label jobs.
    func read<Value>(_ body: (Database) throws -> Value) throws(SiteError) -> Value {
        do { return try store.queue.read(body) } catch { throw .commitFailed(Refusal(error)) }
    }

    /// Moves the write-ahead log into the database file; called before the process ends.
    public func checkpoint() throws(SiteError) {
        do { try store.queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) } } catch {
            throw .commitFailed(Refusal(error))
        }
    }
}
