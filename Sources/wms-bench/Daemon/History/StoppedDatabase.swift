import GRDBSQLite
import Glibc

/// The database file of a daemon that is not running, opened to put rows into it past the daemon.
///
/// Nothing of it is safe from a crash: who is interrupted throws the file away.
final class StoppedDatabase {
    private let handle: OpaquePointer
    private let path: String
    private var isClosed = false

    /// So much of the file is kept in memory: indexes that copies are put into here and there fit in.
    private static let cacheKiB = 512 << 10

    /// Opens the file, in one transaction up to ``finish()``.
    init(path: String) throws(WireFault) {
        var opened: OpaquePointer?
        let status = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil)
        guard let opened else { throw .database(asked: "opening \(path)", why: "out of memory") }
        handle = opened
        self.path = path
        guard status == SQLITE_OK else { throw fault("opening \(path)") }
        try execute(
            """
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -\(Self.cacheKiB);
            BEGIN;
            """)
    }

    deinit { if !isClosed { sqlite3_close(handle) } }

    /// Commits and closes the file, and waits until the disk has it all, so that nothing is written while the daemon is
    /// measured. Nothing may be asked of it afterwards.
    func finish() throws(WireFault) {
        try execute("COMMIT; PRAGMA journal_mode = WAL;")
        isClosed = true
        sqlite3_close(handle)
        let file = open(path, O_RDWR)
        guard file >= 0, fsync(file) == 0 else { throw .system("syncing \(path)") }
        close(file)
    }

    /// Runs statements whose rows nobody wants.
    func execute(_ script: String) throws(WireFault) {
        if sqlite3_exec(handle, script, nil, nil, nil) != SQLITE_OK { throw fault(script) }
    }

    /// Runs one statement again and again, with 1, 2, 3 and so on as its parameter.
    func execute(_ sql: String, times: Int) throws(WireFault) {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        for number in stride(from: 1, through: times, by: 1) {
            sqlite3_bind_int64(statement, 1, Int64(number))
            guard sqlite3_step(statement) == SQLITE_DONE else { throw fault(sql) }
            sqlite3_reset(statement)
        }
    }

    /// The whole number that a statement gives; 0 where it gives none.
    func number(_ sql: String) throws(WireFault) -> Int {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return Int(sqlite3_column_int64(statement, 0))
        case SQLITE_DONE: return 0
        default: throw fault(sql)
        }
    }

    /// The first column of each row.
    func texts(_ sql: String) throws(WireFault) -> [String] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var texts: [String] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                if let text = sqlite3_column_text(statement, 0) { texts.append(String(cString: text)) }
            case SQLITE_DONE: return texts
            default: throw fault(sql)
            }
        }
    }

    private func prepare(_ sql: String) throws(WireFault) -> OpaquePointer {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw fault(sql)
        }
        return statement
    }

    private func fault(_ asked: String) -> WireFault {
        .database(asked: asked, why: String(cString: sqlite3_errmsg(handle)))
    }
}
