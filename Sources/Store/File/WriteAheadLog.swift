import Domain
import GRDBSQLite

/// The open log of a database file: SQLite hands it pages one by one, the disk gets them in one piece.
///
/// SQLite writes each page of a commit with two system calls, which cost more than the pages. Here they are gathered,
/// and written when the commit is to be synced. Where whoever commits wants to go on while the disk works, the sync is
/// left to ``sync()``, which any thread may call:
///
///     let value = try connection.transaction(leavesSync: true) { … }   // written, and lost if the power fails now
///     try log.sync()                                                   // on disk, with all commits before
///
/// SQLite's own order of syncs stays: that of the log's header and that before a checkpoint are never left.
///
/// Used from the connection's thread but for ``sync()``.
public final class WriteAheadLog: @unchecked Sendable {
    /// SQLite's file beneath this one.
    private let file: UnsafeMutablePointer<sqlite3_file>
    private let methods: sqlite3_io_methods
    private let path: String

    /// Pages that are yet to be written: those from `start` on.
    private let gathered = UnsafeMutableRawBufferPointer.allocate(byteCount: gatheredBytesMax, alignment: 16)
    private var start = 0
    private var count = 0

    /// Whether the next sync that SQLite asks for is left to ``sync()``: set while a commit is written.
    var leavesSync = false
    /// The header was written since the last sync. Pages under a new header must not reach the disk before it: after a
    /// loss of power the old header would make them part of the log before.
    private var hasNewHeader = false
    private var isOpen = true

    /// SQLite's file writes 131,071 bytes at a time and no more; as much also stays in a core's own cache.
    static let gatheredBytesMax = 0x1FFFF
    /// SQLite's header of the log.
    private static let headerBytes = 32

    /// - Parameter file: open for reading and writing; closed by ``close()``.
    init(_ file: UnsafeMutablePointer<sqlite3_file>, path: String) {
        self.file = file
        self.path = path
        methods = file.pointee.pMethods.pointee
    }

    deinit { gathered.deallocate() }

    /// Makes durable whatever has been committed.
    ///
    /// - Throws: where the disk failed. Linux may have dropped what it could not write, so that nobody may go on.
    public func sync() throws(StoreError) {
        precondition(isOpen, "the log of a database that is closed")
        let status = methods.xSync(file, SQLITE_SYNC_NORMAL)
        if status == SQLITE_OK { return }
        let fault = StorageFault(
            code: Int(status), message: "the log could not be synced", sql: nil, isSyncFailure: true)
        throw .storage(path: path, fault: fault)
    }

    // MARK: What SQLite asks for; each gives one of its codes

    func write(_ bytes: UnsafeRawPointer, _ length: Int, at offset: Int) -> Int32 {
        if offset < Self.headerBytes { hasNewHeader = true }
        if count > 0 {
            if offset >= start && offset + length <= start + count {
                put(bytes, length, at: offset - start)
                return SQLITE_OK
            }
            if offset != start + count || count + length > gathered.count {
                let status = flush()
                if status != SQLITE_OK { return status }
            }
        }
        if length > gathered.count { return methods.xWrite(file, bytes, Int32(length), Int64(offset)) }
        if count == 0 { start = offset }
        put(bytes, length, at: count)
        count += length
        return SQLITE_OK
    }

    func read(_ bytes: UnsafeMutableRawPointer, _ length: Int, at offset: Int) -> Int32 {
        let status = flush()
        if status != SQLITE_OK { return status }
        return methods.xRead(file, bytes, Int32(length), Int64(offset))
    }

    func sync(_ flags: Int32) -> Int32 {
        var status = flush()
        if status == SQLITE_OK, !leavesSync || hasNewHeader {
            status = methods.xSync(file, flags)
            if status == SQLITE_OK { hasNewHeader = false }
        }
        return status
    }

    func truncate(to length: Int) -> Int32 {
        let status = flush()
        return status == SQLITE_OK ? methods.xTruncate(file, Int64(length)) : status
    }

    func size(_ length: UnsafeMutablePointer<Int64>) -> Int32 {
        let status = flush()
        return status == SQLITE_OK ? methods.xFileSize(file, length) : status
    }

    func control(_ operation: Int32, _ argument: UnsafeMutableRawPointer?) -> Int32 {
        methods.xFileControl(file, operation, argument)
    }

    var sectorBytes: Int32 { methods.xSectorSize(file) }
    var characteristics: Int32 { methods.xDeviceCharacteristics(file) }

    func close() -> Int32 {
        let flushed = flush()
        isOpen = false
        let closed = methods.xClose(file)
        UnsafeMutableRawPointer(file).deallocate()
        return flushed == SQLITE_OK ? closed : flushed
    }

    /// Writes what was gathered. What cannot be written is dropped: the commit that it belongs to is refused, and the
    /// next writes its own pages to the same place.
    private func flush() -> Int32 {
        guard count > 0, let bytes = gathered.baseAddress else { return SQLITE_OK }
        defer { count = 0 }
        return methods.xWrite(file, bytes, Int32(count), Int64(start))
    }

    private func put(_ bytes: UnsafeRawPointer, _ length: Int, at place: Int) {
        assert(place >= 0 && place + length <= gathered.count, "what is gathered has a limit")
        gathered.baseAddress?.advanced(by: place).copyMemory(from: bytes, byteCount: length)
    }
}
