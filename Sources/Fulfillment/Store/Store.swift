import Domain
import GRDB

/// The one database file of a site, opened by exactly one connection.
///
/// Durability rests on four settings, each read back after it is made: a connection that cannot have them
/// is refused. `EXCLUSIVE` locking comes before WAL, so that no second connection can ever write or
/// checkpoint; GRDB lowers `synchronous` to NORMAL when it turns WAL on, so FULL is set after opening.
struct Store {
    /// Marks the file as ours: "WMSd" in ASCII.
    static let applicationID = 0x574D_5364

    let queue: DatabaseQueue

    init(path: String, newJournal: String) throws(SiteError) {
        try Store.checkHeader(path: path)
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            configuration.foreignKeysEnabled = true
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch { throw Store.explain(error, path: path) }
        try settle(path: path)
        try migrate(path: path, newJournal: newJournal)
    }

    private static func checkHeader(path: String) throws(SiteError) {
        guard let header = FileHeader(path: path) else { return }
        guard header.isSQLite, [0, applicationID].contains(header.applicationID) else {
            throw .foreignFile(path: path)
        }
        guard header.userVersion <= Schema.versions.count else {
            throw .newerFile(path: path, version: header.userVersion, known: Schema.versions.count)
        }
    }

    /// Sets what makes a commit durable and reads everything back.
    private func settle(path: String) throws(SiteError) {
        do {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
                let wanted = [
                    ("locking_mode", "exclusive"), ("journal_mode", "wal"), ("synchronous", "2"),
                    ("foreign_keys", "1"),
                ]
                for (pragma, value) in wanted {
                    let found = try Row.fetchOne(db, sql: "PRAGMA \(pragma)")?[0] as DatabaseValue? ?? .null
                    let text =
                        String.fromDatabaseValue(found) ?? Int.fromDatabaseValue(found).map(String.init)
                    guard text == value else {
                        throw SiteError.notDurable(path: path, setting: pragma, found: text ?? "nothing")
                    }
                }
            }
        } catch let error as SiteError { throw error } catch { throw Store.explain(error, path: path) }
    }

    private func migrate(path: String, newJournal: String) throws(SiteError) {
        do {
            try queue.writeWithoutTransaction { db in
                let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                let isNew = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
                guard isNew || owner == Store.applicationID else { throw SiteError.foreignFile(path: path) }
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                guard version <= Schema.versions.count else {
                    throw SiteError.newerFile(path: path, version: version, known: Schema.versions.count)
                }
                try db.inTransaction(.immediate) {
                    for (index, statements) in Schema.versions.enumerated().dropFirst(version) {
                        try db.execute(sql: statements)
                        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
                    }
                    try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO meta (name, value) VALUES ('journal', ?)",
                        arguments: [newJournal])
                    return .commit
                }
            }
        } catch let error as SiteError { throw error } catch { throw Store.explain(error, path: path) }
    }

    private static func explain(_ error: any Error, path: String) -> SiteError {
        guard let error = error as? DatabaseError else {
            return .storage(
                path: path, fault: StorageFault(code: -1, message: "\(error)", sql: nil, isSyncFailure: false)
            )
        }
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .foreignFile(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .inUse(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
            return .cannotOpen(path: path, why: error.description)
        default: return .storage(path: path, fault: StorageFault(error))
        }
    }
}

extension StorageFault {
    init(_ error: DatabaseError) {
        let syncFailures: [ResultCode] = [
            .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE,
        ]
        self.init(
            code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no message",
            sql: error.sql, isSyncFailure: syncFailures.contains(error.extendedResultCode))
    }
}

extension Refusal {
    /// What a failed statement means to the commands that needed it.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: self = .diskFull
        case let error as DatabaseError: self = .storage(StorageFault(error))
        default: self = .storage(StorageFault(code: -1, message: "\(error)", sql: nil, isSyncFailure: false))
        }
    }
}
