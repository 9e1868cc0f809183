import Domain

/// The numbers that new orders get: each is the next after the highest that any order ever had, so that none is used
/// again for another order while the archive, or somebody's note, has the first.
///
/// SQLite would write the highest number down with every order. It is known from the orders themselves as long as the
/// newest is there, and is written when that one leaves.
final class OrderNumbers: RollbackObserver {
    /// The one that was given out last; nil where it has to be read.
    private var last: Int?

    init(of db: Connection) { db.observe(self) }

    private static let newest: SQL = "SELECT max(id) FROM orders"
    private static let hasLater: SQL = "SELECT 1 FROM orders WHERE id > ? LIMIT 1"

    /// The next number, for an order that is inserted now.
    func next(in db: Connection) throws(Refusal) -> OrderRow {
        let newest = if let last { last } else { try highest(in: db) }
        last = newest + 1
        return OrderRow(newest + 1)
    }

    private func highest(in db: Connection) throws(Refusal) -> Int {
        max(try db.int(Self.newest) ?? 0, try MetaTable(db).lastOrderRemoved()?.number ?? 0)
    }

    /// The order of this number is not there any more.
    func removed(_ row: OrderRow, in db: Connection) throws(Refusal) {
        if try db.exists(Self.hasLater, row) { return }
        try MetaTable(db).note(lastOrderRemoved: row)
    }

    func didCommit() {}

    /// The orders that had the last numbers may not be there.
    func didRollBack() { last = nil }
}
