import GRDBSQLite

/// What is kept in memory beside the tables, and in no table, follows the transactions as the tables do.
extension Connection {
    /// Says how a change in memory, which is made now, is taken back where the command or the transaction that made it
    /// is rolled back.
    ///
    ///     sums[key] += change
    ///     db.onRollback { sums[key] -= change }
    ///
    /// Steps are taken newest first, each once, after the tables are as they were. A commit drops them; outside a
    /// transaction a change stands at once.
    ///
    /// - Parameter step: makes no change that is to be taken back itself.
    func onRollback(_ step: @escaping () -> Void) {
        assert(!isReading, "a read changes what is kept beside the tables")
        if isInTransaction { undoLog.append(step) } else { undoLog.count() }
    }

    /// Whether there is something that could be rolled back.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Takes back all changes in memory that were made since the log ended there.
    func takeBack(to end: Int) {
        while let step = undoLog.removeLast(downTo: end) { step() }
    }
}
