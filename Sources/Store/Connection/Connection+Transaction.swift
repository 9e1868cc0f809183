public import Domain
import GRDBSQLite

extension Connection {
    private static let begin: SQL = "BEGIN IMMEDIATE"
    private static let commit: SQL = "COMMIT"
    private static let rollback: SQL = "ROLLBACK"
    private static let savepoint: SQL = "SAVEPOINT command"
    private static let release: SQL = "RELEASE command"
    private static let rollbackToSavepoint: SQL = "ROLLBACK TO command"

    /// Does some work in one transaction, which is durable when this returns; where it throws nothing of it stays.
    public func transaction<Value>(_ work: () throws(Refusal) -> Value) throws(Refusal) -> Value {
        try run(Self.begin)
        do throws(Refusal) {
            let value = try work()
            try commit(leavesSync: false)
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// Does some work in one transaction; where it throws or gives nil nothing of it stays.
    ///
    /// - Parameter leavesSync: whether the transaction is not durable before ``WriteAheadLog/sync()`` was called; else it
    ///   is when this returns a value.
    public func transactionUnlessNil<Value>(
        leavesSync: Bool = false, _ work: () throws(Refusal) -> Value?
    ) throws(Refusal) -> Value? {
        try run(Self.begin)
        do throws(Refusal) {
            guard let value = try work() else {
                rollBack()
                return nil
            }
            try commit(leavesSync: leavesSync)
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    private func commit(leavesSync: Bool) throws(Refusal) {
        log?.leavesSync = leavesSync
        defer { log?.leavesSync = false }
        try run(Self.commit)
        didCommit()
    }

    private func rollBack() {
        // A failed commit may have been rolled back already.
        if isInTransaction { _ = try? run(Self.rollback) }
        takeBack(to: 0)
        didRollBack()
        didCommit()
    }

    /// How many changes have been made since the connection was opened, of rows and of what is kept in memory beside
    /// them, whatever became of them.
    public var changesMade: Int { Int(sqlite3_total_changes64(handle)) + undoLog.changesMade }

    /// Does one command's part of a transaction: where it throws, nothing of it stays and the others go on.
    public func command<Value>(_ work: () throws(Refusal) -> Value) throws(Refusal) -> Value {
        let end = undoLog.end
        try run(Self.savepoint)
        do throws(Refusal) {
            let value = try work()
            try run(Self.release)
            // Within no transaction it was one itself.
            if end == 0, !isInTransaction { undoLog.drop() }
            return value
        } catch {
            if error.endsTheTransaction { throw error }
            try run(Self.rollbackToSavepoint)
            try run(Self.release)
            takeBack(to: end)
            didRollBack()
            throw error
        }
    }
}
