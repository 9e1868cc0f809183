import Domain

/// The numbers that new rows of a table get: each is the next after the highest that any row ever had, so that none is
/// used again for another while the archive, a consumer or somebody's note has the first.
///
/// SQLite would write the highest number down with every row. It is known from the rows themselves as long as the newest
/// is there, and is written when that one leaves.
///
///     let number = try numbers.next(in: db)
///     try db.run(Self.insertion, number, …)
///     numbers.gave(number)
final class GivenNumbers: RollbackObserver {
    private let noted: MetaTable.HighestNumber
    private let newest: SQL
    private let hasLater: SQL
    /// The highest that a row has or had; nil where it has to be read.
    private var last: Int?

    /// - Parameters:
    ///   - noted: where the highest is noted.
    ///   - newest: gives the highest number that the table has.
    ///   - hasLater: gives a row where the table has one of a higher number than its parameter.
    init(of db: Connection, noted: MetaTable.HighestNumber, newest: SQL, hasLater: SQL) {
        self.noted = noted
        self.newest = newest
        self.hasLater = hasLater
        db.observe(self)
    }

    /// The highest number that a row has or had; 0 before the first.
    func highest(in db: Connection) throws(Refusal) -> Int {
        if let last { return last }
        let read = max(try db.int(newest) ?? 0, try MetaTable(db).highest(noted) ?? 0)
        last = read
        return read
    }

    /// The number of the row that is to be inserted next.
    func next(in db: Connection) throws(Refusal) -> Int { try highest(in: db) + 1 }

    /// The row of this number, which was the next, is there.
    func gave(_ number: Int) { last = number }

    /// The row of this number is not there any more, nor is any that has to leave with it.
    func removed(_ number: Int, in db: Connection) throws(Refusal) {
        if try db.exists(hasLater, number) { return }
        try MetaTable(db).note(noted, number)
    }

    func didCommit() {}

    /// The rows that had the last numbers may not be there.
    func didRollBack() { last = nil }
}
