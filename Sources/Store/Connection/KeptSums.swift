/// Sums of what rows of a table say one by one, kept in memory alone: written to no table, they cost a change nothing.
///
/// They are added up from the rows when the file is opened, and follow each change of the rows from then on, rollbacks
/// included (``Connection/onRollback(_:)``). One connection writes to the file, so nobody else can change a row.
final class KeptSums<Key: Hashable> {
    private let db: Connection
    /// Those that are not 0, in no order.
    private(set) var all: [Key: Int] = [:]

    /// - Parameter sums: what the rows add up to now, each key once.
    init(of db: Connection, _ sums: [(Key, Int)]) {
        self.db = db
        all.reserveCapacity(sums.count)
        for (key, sum) in sums where sum != 0 { all[key] = sum }
    }

    subscript(key: Key) -> Int { all[key] ?? 0 }

    /// The rows of a key add up to more by `change`, or to less.
    func add(_ change: Int, to key: Key) {
        db.onRollback { [self] in apply(-change, to: key) }
        apply(change, to: key)
    }

    private func apply(_ change: Int, to key: Key) {
        let sum = self[key] + change
        all[key] = sum == 0 ? nil : sum
    }
}
