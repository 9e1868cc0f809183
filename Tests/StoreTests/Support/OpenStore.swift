import Domain
import GRDBSQLite

@testable import Store

/// A store in memory with the tables of the newest version, and nothing in them.
func openStore() throws -> Store {
    var handle: OpaquePointer?
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
        throw StoreError.cannotOpen(path: ":memory:", why: "out of memory")
    }
    let connection = Connection(handle: handle)
    for version in Schema.versions { try version.run(on: connection) }
    return Store(connection)
}

extension Store {
    /// The whole number that a statement gives; for what no method tells.
    func number(_ sql: String) throws -> Int {
        let rows = try db.all(text: sql, mayScan: "a test looks at the table itself", []) {
            (columns) throws(Refusal) in try columns.int()
        }
        return rows.first ?? 0
    }
}
