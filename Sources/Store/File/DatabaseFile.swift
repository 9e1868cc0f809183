import CSQLite
import Domain
import GRDB
import GRDBSQLite

/// The one database file of a site, opened by exactly one connection.
///
/// Durability rests on four settings, each read back after it is made: a connection that cannot have them
/// is refused. `EXCLUSIVE` locking comes before WAL, so that no second connection can ever write or
/// checkpoint; GRDB lowers `synchronous` to NORMAL when it turns WAL on, so FULL is set after opening.
public final class DatabaseFile {
    /// Marks the file as ours: "WMSd" in ASCII.
    static let applicationID = 0x574D_5364

    /// Holds the file open as long as this lives.
    private let queue: DatabaseQueue
    private let path: String
    public let connection: Connection
    /// Where commits are written.
    public let log: WriteAheadLog
    private let growth = LogGrowth()

    /// Opens the file, or makes it, and brings its tables up to date.
    ///
    /// - Parameter newJournal: the name of the history where the file is new: eight hexadecimal digits that
    ///   the caller has drawn.
    public init(path: String, newJournal: String) throws(StoreError) {
        try Self.checkHeader(path: path)
        _ = Self.prepareSQLite
        guard LogFileSystem.expect(databasePath: path) else {
            throw .cannotOpen(path: path, why: "SQLite takes no other file system")
        }
        do {
            var configuration = Configuration()
            configuration.journalMode = .wal
            // Tables are made anew by migrations, which foreign keys would hinder.
            configuration.foreignKeysEnabled = false
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            guard let handle = queue.writeWithoutTransaction({ $0.sqliteConnection }) else {
                throw StoreError.cannotOpen(path: path, why: "it is closed")
            }
            // GRDB watches what its own statements read and the transactions that they make; these are made past it.
            sqlite3_set_authorizer(handle, nil, nil)
            sqlite3_commit_hook(handle, nil, nil)
            sqlite3_rollback_hook(handle, nil, nil)
            guard let log = LogFileSystem.log(ofDatabase: path) else {
                throw StoreError.notDurable(path: path, setting: "journal_mode", found: "no log beside the file")
            }
            self.log = log
            connection = Connection(handle: handle, log: log)
        } catch let error as StoreError { throw error } catch { throw StoreError(error, path: path) }
        self.path = path
        try configure()
        try migrate(newJournal: newJournal)
    }

    /// SQLite counts each piece of memory under a lock that everybody shares, for figures that nobody reads. It has no
    /// effect once the process has a database open.
    private static let prepareSQLite: Void = { _ = wmsd_sqlite_without_memory_statistics() }()

    private static func checkHeader(path: String) throws(StoreError) {
        guard let header = FileHeader(path: path) else { return }
        guard header.isSQLite, [0, applicationID].contains(header.applicationID) else {
            throw .foreignFile(path: path)
        }
        guard header.userVersion <= Schema.current else {
            throw .newerFile(path: path, version: header.userVersion, known: Schema.current)
        }
    }

    /// Sets what makes a commit durable and reads everything back; then what makes one cheap.
    private func configure() throws(StoreError) {
        do throws(Refusal) {
            try connection.run("PRAGMA synchronous = FULL")
            let wanted = [("locking_mode", "exclusive"), ("journal_mode", "wal"), ("synchronous", "2")]
            for (pragma, value) in wanted {
                let found = try connection.pragma(pragma)
                guard found == value else {
                    throw Refusal.notConfigured("\(pragma)=\(found)")
                }
            }
            for pragma in Self.costPragmas { _ = try connection.pragma(pragma) }
            growth.watch(connection.handle)
        } catch {
            guard case .notConfigured(let text) = error else { throw StoreError(error, path: path) }
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            throw .notDurable(path: path, setting: parts[0], found: parts.count > 1 ? parts[1] : "nothing")
        }
    }

    /// A command's savepoint stays in memory; the pages of a shift stay in the cache; the log is checkpointed by
    /// ``checkpointWhenDue()`` and not within a commit.
    private static let costPragmas = ["temp_store = MEMORY", "cache_size = -65536", "wal_autocheckpoint = 0"]

    /// The log is moved into the database file when it is long enough that the syncs pay.
    private static let logPagesMax = 4_000

    private func migrate(newJournal: String) throws(StoreError) {
        do throws(Refusal) {
            let owner = try connection.number(ofPragma: "application_id")
            let isNew = try connection.int("SELECT count(*) FROM sqlite_master") == 0
            guard isNew || owner == Self.applicationID else { throw Refusal.unreadable("application_id") }
            let version = try connection.number(ofPragma: "user_version")
            try connection.transaction { () throws(Refusal) in
                for (index, step) in Schema.versions.enumerated().dropFirst(version) {
                    // From here on events name the run that they belong to, and runs their journal.
                    if index + 1 == Schema.versionWithRuns {
                        try connection.run(
                            "INSERT OR IGNORE INTO meta (name, value) VALUES ('journal', ?)", newJournal)
                    }
                    try step.run(on: connection)
                    try connection.execute(script: "PRAGMA user_version = \(index + 1)")
                }
                try connection.execute(script: "PRAGMA application_id = \(Self.applicationID)")
            }
        } catch {
            if case .unreadable("application_id") = error { throw .foreignFile(path: path) }
            throw StoreError(error, path: path)
        }
    }

    /// Moves the log into the database file where it has grown long; called after commits, none of which waits for it.
    ///
    /// - Throws: where the disk could not be synced. What could not be written for want of room stays in the log.
    public func checkpointWhenDue() throws(StoreError) {
        guard growth.pages >= Self.logPagesMax else { return }
        growth.pages = 0
        do throws(StoreError) { try checkpoint(SQLITE_CHECKPOINT_PASSIVE) } catch {
            if case .commitFailed(.storage(let fault)) = error, fault.isSyncFailure { throw error }
        }
    }

    /// Moves the log into the database file; called before the process ends.
    public func checkpoint() throws(StoreError) { try checkpoint(SQLITE_CHECKPOINT_TRUNCATE) }

    private func checkpoint(_ mode: Int32) throws(StoreError) {
        let status = sqlite3_wal_checkpoint_v2(connection.handle, nil, mode, nil, nil)
        if status != SQLITE_OK {
            throw .commitFailed(Refusal(sqlite: connection.handle, sql: "wal_checkpoint"))
        }
    }
}

/// How many pages the log holds, as SQLite says after each commit.
private final class LogGrowth {
    var pages = 0

    /// Hears of commits as long as this lives.
    func watch(_ database: OpaquePointer) {
        _ = sqlite3_wal_hook(
            database,
            { growth, _, _, pages in
                if let growth { Unmanaged<LogGrowth>.fromOpaque(growth).takeUnretainedValue().pages = Int(pages) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }
}

extension Connection {
    /// Runs statements that give no rows and have no parameters.
    func execute(script: String) throws(Refusal) {
        if sqlite3_exec(handle, script, nil, nil, nil) != SQLITE_OK { throw Refusal(sqlite: handle, sql: script) }
    }

    /// Sets or reads a setting, whose value is answered as text.
    func pragma(_ text: String) throws(Refusal) -> String {
        let statement = try Statement("PRAGMA \(text)", on: handle)
        defer { statement.reset() }
        guard try statement.step(), let value = sqlite3_column_text(statement.handle, 0) else { return "" }
        return String(cString: value)
    }

    func number(ofPragma name: String) throws(Refusal) -> Int {
        let text = try pragma(name)
        guard let number = Int(text) else { throw .unreadable("\(name): it is \"\(text)\", which is no number") }
        return number
    }
}

extension StoreError {
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case .storage(let fault) as Refusal:
            self = StoreError(code: Int32(truncatingIfNeeded: fault.code), fault: fault, path: path)
        case let refusal as Refusal: self = .commitFailed(refusal)
        case let error as DatabaseError:
            let fault = StorageFault(
                code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no message",
                sql: error.sql, isSyncFailure: false)
            self = StoreError(code: error.extendedResultCode.rawValue, fault: fault, path: path)
        default: self = .cannotOpen(path: path, why: "\(error)")
        }
    }

    private init(code: Int32, fault: StorageFault, path: String) {
        switch code & 0xFF {
        case SQLITE_NOTADB, SQLITE_CORRUPT: self = .foreignFile(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .inUse(path: path)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY: self = .cannotOpen(path: path, why: fault.message)
        default: self = .storage(path: path, fault: fault)
        }
    }
}
