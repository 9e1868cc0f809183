public import Domain

extension Connection {
    private static let savepoint: SQL = "SAVEPOINT rehearsal"
    private static let rollbackToSavepoint: SQL = "ROLLBACK TO rehearsal"
    private static let release: SQL = "RELEASE rehearsal"

    /// Does some work within a transaction to see what comes of it, and takes all of it back.
    public func rehearse<Value>(_ work: () throws(Refusal) -> Value) throws(Refusal) -> Value {
        let end = undoLog.end
        try run(Self.savepoint)
        let outcome: Result<Value, Refusal>
        do throws(Refusal) { outcome = .success(try work()) } catch {
            if error.endsTheTransaction { throw error }
            outcome = .failure(error)
        }
        try run(Self.rollbackToSavepoint)
        try run(Self.release)
        takeBack(to: end)
        didRollBack()
        return try outcome.get()
    }
}
