import Domain
import GRDBSQLite

@testable import Store

/// A store in memory with the tables of the newest version, and nothing in them.
func openStore() throws -> Store { try Store(try openFile(version: Schema.current)) }

/// A file as a release of a version made it, with what it has come to hold by then; in memory, where no path is given.
func openFile(version: Int, holding script: String = "", path: String = ":memory:") throws -> Connection {
    var handle: OpaquePointer?
    guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else {
        throw StoreError.cannotOpen(path: path, why: "no memory or no folder")
    }
    let connection = Connection(handle: handle)
    for version in Schema.versions.prefix(version) { try version.run(on: connection) }
    try connection.execute(script: script)
    return connection
}

/// Writes a file to disk as a release of a version left it when its daemon was stopped.
func writeFile(version: Int, holding script: String, path: String) throws {
    let connection = try openFile(version: version, holding: script, path: path)
    _ = try connection.pragma("journal_mode = WAL")
    try connection.execute(script: "PRAGMA user_version = \(version)")
    try connection.execute(script: "PRAGMA application_id = \(DatabaseFile.applicationID)")
    // It is closed with its last statement, which the connection has.
    sqlite3_close_v2(connection.handle)
}

/// A store on a file that an earlier release made, brought up to date.
func carriedStore(from version: Int, holding script: String) throws -> Store {
    let connection = try openFile(version: version, holding: script)
    for later in Schema.versions.dropFirst(version) { try later.run(on: connection) }
    return try Store(connection)
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
