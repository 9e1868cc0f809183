import GRDBSQLite
import Glibc
import Synchronization

/// The file system beneath SQLite: the machine's own, but that the logs of our databases are ``WriteAheadLog``s.
///
///     LogFileSystem.expect(databasePath: path)
///     …                                                    // SQLite opens the database
///     let log = LogFileSystem.log(ofDatabase: path)
///
/// It is SQLite's default from its first use on, since GRDB opens files in no other; any other database passes through
/// it untouched.
enum LogFileSystem {
    /// The logs by their paths; nil for one that is yet to be opened.
    private static let logs = Mutex<[String: WriteAheadLog?]>([:])

    /// The log of this database will be one of ours.
    ///
    /// - Returns: whether the file system could be set up.
    static func expect(databasePath path: String) -> Bool {
        guard isRegistered, let log = logPath(ofDatabase: path) else { return false }
        logs.withLock { _ = $0.updateValue($0[log] ?? nil, forKey: log) }
        return true
    }

    /// The open log of a database; nil before SQLite has opened it.
    static func log(ofDatabase path: String) -> WriteAheadLog? {
        guard let log = logPath(ofDatabase: path) else { return nil }
        return logs.withLock { $0[log] ?? nil }
    }

    fileprivate static func isExpected(_ path: String) -> Bool { logs.withLock { $0[path] != nil } }
    fileprivate static func opened(_ log: WriteAheadLog, at path: String) {
        logs.withLock { _ = $0.updateValue(log, forKey: path) }
    }
    fileprivate static func closed(at path: String) { logs.withLock { _ = $0.removeValue(forKey: path) } }

    // MARK: As SQLite knows it

    /// The machine's own; lives as long as the process.
    fileprivate nonisolated(unsafe) static let real = sqlite3_vfs_find("unix")

    private static let isRegistered: Bool = {
        guard let real else { return false }
        let ours = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        ours.initialize(to: real.pointee)
        ours.pointee.pNext = nil
        ours.pointee.zName = UnsafePointer(strdup("wmsd"))
        ours.pointee.szOsFile = max(real.pointee.szOsFile, Int32(MemoryLayout<OpenLog>.stride))
        ours.pointee.xOpen = openFile
        return sqlite3_vfs_register(ours, 1) == SQLITE_OK
    }()

    /// SQLite follows links; the log lies beside the file itself.
    private static func logPath(ofDatabase path: String) -> String? {
        guard let real, let makeFull = real.pointee.xFullPathname else { return nil }
        let length = Int(real.pointee.mxPathname) + 1
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: length) { full in
            guard let start = full.baseAddress else { return nil }
            let status = makeFull(real, path, Int32(length), start)
            guard status & 0xFF == SQLITE_OK else { return nil }
            return String(cString: start) + "-wal"
        }
    }
}

/// What SQLite holds of an open log: first the methods that it calls.
private struct OpenLog {
    var file: sqlite3_file
    let log: Unmanaged<WriteAheadLog>
    let path: Unmanaged<LogPath>
}

private final class LogPath {
    let text: String
    init(_ text: String) { self.text = text }
}

private func openFile(
    _: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?,
    _ file: UnsafeMutablePointer<sqlite3_file>?,
    _ flags: Int32, _ flagsGiven: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let real = LogFileSystem.real, let open = real.pointee.xOpen, let file else {
        return SQLITE_CANTOPEN
    }
    guard flags & SQLITE_OPEN_WAL != 0, let name, LogFileSystem.isExpected(String(cString: name)) else {
        return open(real, name, file, flags, flagsGiven)
    }
    file.pointee.pMethods = nil
    let beneath = UnsafeMutableRawPointer.allocate(byteCount: Int(real.pointee.szOsFile), alignment: 16)
        .bindMemory(to: sqlite3_file.self, capacity: 1)
    beneath.pointee.pMethods = nil
    let status = open(real, name, beneath, flags, flagsGiven)
    guard status == SQLITE_OK else {
        UnsafeMutableRawPointer(beneath).deallocate()
        return status
    }
    let path = String(cString: name)
    let log = WriteAheadLog(beneath, path: path)
    LogFileSystem.opened(log, at: path)
    UnsafeMutableRawPointer(file).bindMemory(to: OpenLog.self, capacity: 1).initialize(
        to: OpenLog(
            file: sqlite3_file(pMethods: logMethods), log: .passRetained(log),
            path: .passRetained(LogPath(path))))
    return SQLITE_OK
}

private func withLog(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ body: (WriteAheadLog) -> Int32
) -> Int32 {
    guard let file else { return SQLITE_MISUSE }
    return UnsafeMutableRawPointer(file).assumingMemoryBound(to: OpenLog.self).pointee.log
        ._withUnsafeGuaranteedRef(body)
}

private func closeLog(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
    guard let file else { return SQLITE_MISUSE }
    let open = UnsafeMutableRawPointer(file).assumingMemoryBound(to: OpenLog.self).move()
    file.pointee.pMethods = nil
    LogFileSystem.closed(at: open.path.takeRetainedValue().text)
    return open.log.takeRetainedValue().close()
}

private nonisolated(unsafe) let logMethods: UnsafePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    var log = sqlite3_io_methods()
    log.iVersion = 1
    log.xClose = closeLog
    log.xRead = { file, bytes, length, offset in
        withLog(file) { log in bytes.map { log.read($0, Int(length), at: Int(offset)) } ?? SQLITE_MISUSE }
    }
    log.xWrite = { file, bytes, length, offset in
        withLog(file) { log in bytes.map { log.write($0, Int(length), at: Int(offset)) } ?? SQLITE_MISUSE }
    }
    log.xTruncate = { file, length in withLog(file) { $0.truncate(to: Int(length)) } }
    log.xSync = { file, flags in withLog(file) { $0.sync(flags) } }
    log.xFileSize = { file, length in withLog(file) { log in length.map { log.size($0) } ?? SQLITE_MISUSE } }
    // Nobody locks a log.
    log.xLock = { _, _ in SQLITE_OK }
    log.xUnlock = { _, _ in SQLITE_OK }
    log.xCheckReservedLock = { _, isReserved in
        isReserved?.pointee = 0
        return SQLITE_OK
    }
    log.xFileControl = { file, operation, argument in withLog(file) { $0.control(operation, argument) } }
    log.xSectorSize = { file in withLog(file) { $0.sectorBytes } }
    log.xDeviceCharacteristics = { file in withLog(file) { $0.characteristics } }
    methods.initialize(to: log)
    return UnsafePointer(methods)
}()
