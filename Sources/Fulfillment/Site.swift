import Cartonization
public import Domain
import JSON
import LineProtocol
import Operations
public import Store

/// One data folder: its orders, stock, tours, parcels and the history of all that happened.
///
/// A site decides commands. It is used from one thread; the clock, randomness and the socket stay outside.
///
///     let site = try Site(databasePath: path, settings: SiteSettings(), newJournal: "7f3c91d2")
///     let outcomes = try site.decide([receive, allocate], at: now)   // one transaction, one sync to disk
///
/// The state is the database: a decision reads it, writes its changes and events, and is kept or rolled back
/// as a whole. What is held in memory beside it, sums of promises and of orders by stage, is added up from it when the
/// site is opened, and rolled back with it.
public final class Site {
    private let file: DatabaseFile
    let store: Store
    private let settings: SharedSettings
    private let layouts = FloorCache()
    /// The carts that were planned ahead; each is checked again before it becomes a tour.
    let plan = CurrentPlan()
    /// Which boxes the same pieces went into before; nothing in it depends on the state.
    private let packingAnswers = AnswerCache()
    private let notesAtBenches = PackingNotesCache()
    /// Names this history: another one after a backup has been restored.
    public let journal: String
    /// Hears of each row that could not be understood where something was asked for, on the site's thread: which row,
    /// and what stands there.
    public var onUnreadable: (String) -> Void = { _ in }

    /// Opens the database, or makes it.
    ///
    /// - Parameters:
    ///   - newJournal: the name of the history where the file is new: eight hexadecimal digits that the caller has
    ///     drawn.
    ///   - start: a mark that the caller has drawn and the time, which distinguish the events of two copies of one
    ///     folder from then on; nil to go on with the mark of the start before.
    public init(
        databasePath: String, settings: SiteSettings, newJournal: String, start: (mark: String, at: Instant)? = nil
    ) throws(StoreError) {
        file = try DatabaseFile(path: databasePath, newJournal: newJournal)
        self.settings = SharedSettings(settings)
        do throws(Refusal) {
            let store = try Store(file.connection)
            let journal = try store.meta.journal()
            if let start {
                try store.db.transaction { () throws(Refusal) in
                    try store.events.beginRun(journal: journal, mark: start.mark, at: start.at)
                }
            }
            self.store = store
            self.journal = journal
        } catch { throw .commitFailed(error) }
    }

    /// Decides commands in order, all in one transaction that is durable when this returns.
    ///
    /// A refused command leaves no trace, as does one that awaits an answer; the others stand. When this throws, none
    /// of them happened.
    public func decide(_ commands: [Command], at now: Instant) throws(StoreError) -> [Outcome] {
        let outcomes = try write(commands, at: now, leavesSync: false)
        try file.checkpointWhenDue()
        return outcomes
    }

    /// The same, but that the transaction is not durable before ``log`` was synced: until then nobody may hear of the
    /// outcomes, nor of anything that is read after them.
    public func decideUnsynced(_ commands: [Command], at now: Instant) throws(StoreError) -> [Outcome] {
        try write(commands, at: now, leavesSync: true)
    }

    private func write(_ commands: [Command], at now: Instant, leavesSync: Bool) throws(StoreError) -> [Outcome] {
        do throws(Refusal) {
            if let outcomes = try decide(commands, at: now, savepoints: .whereNeeded, leavesSync: leavesSync) {
                return outcomes
            }
            forgetUncommitted(of: commands)
            return try decide(commands, at: now, savepoints: .always, leavesSync: leavesSync) ?? []
        } catch {
            forgetUncommitted(of: commands)
            throw .commitFailed(error)
        }
    }

    /// Whether a command has a savepoint of its own, to which it is rolled back where it is refused.
    private enum Savepoints {
        /// Only where the command may well be refused after it has written. A savepoint costs a tenth of a scan: SQLite
        /// keeps a copy of every page that is changed after it.
        case whereNeeded
        case always
    }

    /// - Returns: nil where a command that had no savepoint was refused after it had written: all have been rolled back
    ///   with it.
    private func decide(
        _ commands: [Command], at now: Instant, savepoints: Savepoints, leavesSync: Bool
    ) throws(Refusal) -> [Outcome]? {
        try store.db.transactionUnlessNil(leavesSync: leavesSync) { () throws(Refusal) -> [Outcome]? in
            var outcomes: [Outcome] = []
            outcomes.reserveCapacity(commands.count)
            for command in commands {
                let hasSavepoint = savepoints == .always || command.isOwn || command.packingAnswers != nil
                guard let outcome = try decideOne(command, at: now, hasSavepoint: hasSavepoint) else { return nil }
                outcomes.append(outcome)
            }
            return outcomes
        }
    }

    /// Drops what these commands may have left in memory of a transaction that was rolled back: no more, since anybody
    /// can bring one about.
    private func forgetUncommitted(of commands: [Command]) {
        store.skus.forgetMoving()
        if commands.contains(where: { $0.operation is LayoutLoad }) { layouts.clear() }
        // A cart that was taken out of the plan is in the pool again.
        if commands.contains(where: { $0.operation is TourNext }) { plan.poolChanged() }
    }

    /// Answers a request that changes nothing.
    public func read(_ query: Command, at now: Instant) -> Outcome {
        store.db.isReading = true
        defer { store.db.isReading = false }
        do throws(Refusal) {
            let found = try result(of: query, in: transaction(at: now, for: query))
            if query.isOwn { return .result(found) }
            return .answer(try withinALine(found.text, of: query, at: now))
        } catch {
            report(error)
            return .refusal(error)
        }
    }

    /// A page of a list ends early, and says that there is more, where all its rows would exceed a line.
    private func withinALine(_ text: String, of query: Command, at now: Instant) throws(Refusal) -> String {
        var (text, shorter) = (text, query)
        while text.utf8.count > WireLimits.resultBytesMax,
            let list = shorter.operation as? any ListOperation, list.page.rows > 1
        {
            shorter = shorter.with(list.shortened(to: list.page.rows / 2))
            text = try result(of: shorter, in: transaction(at: now, for: shorter)).text
        }
        return text
    }

    /// - Returns: nil where it was refused, had written before, and has no savepoint to which it could be rolled back.
    private func decideOne(
        _ command: Command, at now: Instant, hasSavepoint: Bool
    ) throws(Refusal) -> Outcome? {
        let transaction = transaction(at: now, for: command)
        let changesMade = store.db.changesMade
        do throws(Refusal) {
            if !hasSavepoint { return try outcome(of: command, in: transaction) }
            return try store.db.command { () throws(Refusal) in try outcome(of: command, in: transaction) }
        } catch {
            if error.endsTheTransaction { throw error }
            if !hasSavepoint, store.db.changesMade != changesMade { return nil }
            if let question = transaction.openQuestion { return .awaits(question) }
            // One that has faults, or drops what is in use, is refused before it is in the cache.
            let isAdded = ![.layoutFaults, .layoutInUse].contains(error.kind)
            if isAdded, command.operation is LayoutLoad { layouts.clear() }
            report(error)
            return .refusal(error)
        }
    }

    private func outcome(of command: Command, in transaction: Transaction) throws(Refusal) -> Outcome {
        if command.isOwn { return .result(try result(of: command, in: transaction)) }
        let text = try transaction.once(command) { () throws(Refusal) in
            try rule(of: command).answer(in: transaction)
        }
        // A rule that went on without the answer has decided something else.
        if transaction.openQuestion != nil { throw .notPlanned }
        if let begun = transaction.importUnderWay { return .begun(begun) }
        return .answer(text)
    }

    private func result(of command: Command, in transaction: Transaction) throws(Refusal) -> any Record {
        try rule(of: command).anyResult(in: transaction)
    }

    private func rule(of command: Command) throws(Refusal) -> any Rule {
        guard let rule = command.rule else { throw .unknownMethod(command.method) }
        return rule
    }

    /// What a command is decided in, or a query is answered in.
    func transaction(at now: Instant, for command: Command) -> Transaction {
        let transaction = transaction(at: now, by: command.actor)
        if !command.unreachableLabels.isEmpty { transaction.unreachableLabels = Set(command.unreachableLabels) }
        transaction.preparation = command.preparation
        transaction.packingAnswersGiven = command.packingAnswers
        transaction.isResumed = command.isResumed
        return transaction
    }

    /// What is read in for an actor who sends no command.
    func transaction(at now: Instant, by actor: Actor) -> Transaction {
        Transaction(
            store: store, now: now, settings: settings, layouts: layouts, packingAnswers: packingAnswers,
            notesAtBenches: notesAtBenches, plan: plan, journal: journal, actor: actor)
    }

    /// Reads the stores outside any rule: for the event log and the label jobs.
    func read<Value>(_ body: (Store) throws(Refusal) -> Value) throws(StoreError) -> Value {
        do throws(Refusal) { return try body(store) } catch {
            report(error)
            throw .commitFailed(error)
        }
    }

    private func report(_ refusal: Refusal) {
        for row in refusal.unreadableRows { onUnreadable(row) }
    }

    /// Where commits are written.
    public var log: WriteAheadLog { file.log }

    /// Moves the write-ahead log into the database file where it has grown long; called when the replies to a commit
    /// have left.
    public func checkpointWhenDue() throws(StoreError) { try file.checkpointWhenDue() }

    /// Moves the write-ahead log into the database file; called before the process ends.
    public func checkpoint() throws(StoreError) { try file.checkpoint() }
}
