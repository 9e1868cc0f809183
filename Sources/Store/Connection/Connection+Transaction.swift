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
            try run(Self.commit)
            didCommit()
            return value
        } catch {
            defer {
                didRollBack()
                didCommit()
            }
            // A failed commit may have been rolled back already.
            if sqlite3_get_autocommit(handle) == 0 { _ = try? run(Self.rollback) }
            throw error
        }
    }

    /// Does one command's part of a transaction: where it throws, nothing of it stays and the others go on.
    public func command<Value>(_ work: () throws(Refusal) -> Value) throws(Refusal) -> Value {
        try run(Self.savepoint)
        do throws(Refusal) {
            let value = try work()
            try run(Self.release)
            return value
        } catch {
            if error.endsTheTransaction { throw error }
            try run(Self.rollbackToSavepoint)
            try run(Self.release)
            didRollBack()
            throw error
        }
    }
}
