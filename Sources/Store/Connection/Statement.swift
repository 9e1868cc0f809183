import Domain
import GRDBSQLite

/// A prepared statement of one connection.
final class Statement {
    let text: String
    let handle: OpaquePointer
    private let database: OpaquePointer
    /// For messages: the first table that it names.
    let table: String
    let isReadOnly: Bool
    /// Where the texts and bytes that are bound lie until others are bound: SQLite would copy each into memory of its
    /// own.
    private let bound = UnsafeMutableRawBufferPointer.allocate(byteCount: boundBytesExpected, alignment: 1)

    /// Room for the values of most statements, stored answers included.
    private static let boundBytesExpected = 512

    init(_ text: String, on database: OpaquePointer) throws(Refusal) {
        var handle: OpaquePointer?
        let status = sqlite3_prepare_v3(
            database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard status == SQLITE_OK, let handle else { throw Refusal(sqlite: database, sql: text) }
        self.text = text
        self.handle = handle
        self.database = database
        table = Self.firstTable(of: text)
        isReadOnly = sqlite3_stmt_readonly(handle) != 0
    }

    deinit {
        sqlite3_finalize(handle)
        bound.deallocate()
    }

    /// Binds the parameters in their order; the values hold until the next call.
    func bind(_ values: [any SQLBindable]) {
        assert(sqlite3_bind_parameter_count(handle) == values.count, "\(values.count) values for: \(text)")
        var length = 0
        for (offset, value) in values.enumerated() {
            let index = Int32(offset + 1)
            switch value.sqlValue {
            case .null: sqlite3_bind_null(handle, index)
            case .int(let number): sqlite3_bind_int64(handle, index, Int64(number))
            case .text(var text):
                text.withUTF8 { bytes in
                    bind(UnsafeRawBufferPointer(bytes), at: &length) { start, count, end in
                        sqlite3_bind_text(handle, index, start.assumingMemoryBound(to: CChar.self), count, end)
                    }
                }
            case .blob(let bytes):
                bytes.withUnsafeBytes { bytes in
                    bind(bytes, at: &length) { start, count, end in
                        sqlite3_bind_blob(handle, index, start, count, end)
                    }
                }
            }
        }
    }

    /// Binds bytes where they lie among those that are bound; what has no room there is copied by SQLite.
    ///
    /// - Parameter length: of what lies there already.
    private func bind(
        _ bytes: UnsafeRawBufferPointer, at length: inout Int,
        _ bind: (UnsafeRawPointer, Int32, sqlite3_destructor_type?) -> Int32
    ) {
        let end = length + bytes.count
        guard let source = bytes.baseAddress, let start = bound.baseAddress, end <= bound.count else {
            _ = bind(bytes.baseAddress ?? UnsafeRawPointer(emptyText), Int32(bytes.count), transient)
            return
        }
        (start + length).copyMemory(from: source, byteCount: bytes.count)
        _ = bind(start + length, Int32(bytes.count), nil)
        length = end
    }

    /// Goes on to the next row.
    ///
    /// - Returns: false where there is none.
    func step() throws(Refusal) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let refusal = Refusal(sqlite: database, sql: text)
            reset()
            throw refusal
        }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    private static func firstTable(of text: String) -> String {
        let words = text.split { $0 == " " || $0 == "\n" || $0 == "(" || $0 == "," }
        let index = words.firstIndex { ["FROM", "INTO", "UPDATE"].contains($0) }
        return index.map { words.dropFirst($0 + 1).first.map(String.init) ?? "?" } ?? "?"
    }
}

/// SQLite copies what is bound.
private nonisolated(unsafe) let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
private nonisolated(unsafe) let emptyText = {
    let end = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    end.initialize(to: 0)
    return UnsafePointer(end)
}()

extension Refusal {
    /// What the last error of a connection means to the command that met it.
    init(sqlite database: OpaquePointer, sql: String?) {
        let code = sqlite3_extended_errcode(database)
        if code & 0xFF == SQLITE_FULL {
            self = .diskFull
            return
        }
        // SQLITE_IOERR_FSYNC, _DIR_FSYNC and _TRUNCATE, whose definitions Swift does not read.
        let syncFailures = [4, 5, 6].map { SQLITE_IOERR | $0 << 8 }
        self = .storage(
            StorageFault(
                code: Int(code), message: String(cString: sqlite3_errmsg(database)), sql: sql,
                isSyncFailure: syncFailures.contains(code)))
    }
}
