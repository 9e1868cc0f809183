import Domain

/// Rows that were read or written last, kept in memory by the table that owns them.
///
/// It holds what the tables hold, what is not committed included: the rows that a command wrote are dropped when the
/// command is refused or its commit fails. One connection writes to the file, so nobody else can change a row.
///
///     try cache.value(for: row) { () throws(Refusal) in try db.first(Self.byRow, row, read: Session.init) }
///
/// In debug builds each hit is compared with what the table holds.
final class RowCache<Key: Hashable, Value: Equatable>: RollbackObserver {
    private let rowsMax: Int
    private var rows: [Key: Value] = [:]
    /// Written since the transaction began.
    private var written: Set<Key> = []
    private var areAllWritten = false

    /// - Parameter rowsMax: where so many are kept, all are forgotten before the next.
    init(of db: Connection, rowsMax: Int) {
        self.rowsMax = rowsMax
        db.observe(self)
    }

    /// The value that is kept, or the one that is read now.
    ///
    /// - Complexity: one look-up by hash, where it is kept.
    func value(for key: Key, read: () throws(Refusal) -> Value?) throws(Refusal) -> Value? {
        if let kept = rows[key] {
            #if DEBUG
                try check(kept, for: key, against: read())
            #endif
            return kept
        }
        let value = try read()
        if let value { insert(value, for: key) }
        return value
    }

    /// The value that is kept; nil where there is none.
    ///
    /// - Parameter stored: what the table holds of it, for debug builds to compare.
    func kept(for key: Key, stored: (Value) throws(Refusal) -> Value?) throws(Refusal) -> Value? {
        guard let kept = rows[key] else { return nil }
        #if DEBUG
            try check(kept, for: key, against: stored(kept))
        #endif
        return kept
    }

    #if DEBUG
        private func check(_ kept: Value, for key: Key, against stored: Value?) {
            precondition(stored == kept, "\(key) is kept as \(kept) and stored as \(String(describing: stored))")
        }
    #endif

    /// The row was read, and holds this.
    func keep(_ value: Value, for key: Key) { insert(value, for: key) }

    /// The row was written, and holds this now.
    func wrote(_ value: Value, for key: Key) {
        written.insert(key)
        insert(value, for: key)
    }

    /// Columns of the row were written; the others are as they were.
    func update(_ key: Key, _ change: (inout Value) -> Void) {
        written.insert(key)
        guard let index = rows.index(forKey: key) else { return }
        change(&rows.values[index])
    }

    /// The row was written; it is read again when it is asked for.
    func forget(_ key: Key) {
        written.insert(key)
        rows[key] = nil
    }

    /// Rows were written, nobody knows which.
    func forgetAll() {
        areAllWritten = true
        rows.removeAll(keepingCapacity: true)
    }

    private func insert(_ value: Value, for key: Key) {
        if rows.count >= rowsMax { rows.removeAll(keepingCapacity: true) }
        rows[key] = value
    }

    func didCommit() {
        if !written.isEmpty { written.removeAll(keepingCapacity: true) }
        areAllWritten = false
    }

    func didRollBack() {
        if areAllWritten { rows.removeAll(keepingCapacity: true) }
        for key in written { rows[key] = nil }
    }
}

/// Hears of what becomes of that which is written.
protocol RollbackObserver: AnyObject {
    /// All that was written is durable.
    func didCommit()
    /// What was written last is not there any more: a command's part of a transaction, or all of it.
    func didRollBack()
}
