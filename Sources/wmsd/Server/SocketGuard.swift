import Glibc

/// A lock file that one process at a time can hold. The kernel drops the lock when the process ends, however
/// it ends.
final class LockFile {
    private let descriptor: Int32

    /// - Throws: ``StartFault`` with `alreadyRunning` where another process holds it.
    init(path: String, guarding thing: String) throws(StartFault) {
        descriptor = try Self.locked(path, guarding: thing)
    }

    deinit { close(descriptor) }

    private static func locked(_ path: String, guarding thing: String) throws(StartFault) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StartFault(.cannotCreate, "\(path) cannot be made: \(systemMessage())")
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        throw StartFault(.alreadyRunning, "\(thing) belongs to a wmsd that is running: stop that one first")
    }
}

/// The place of a Unix socket: free for a new one, and never taken from a live daemon.
enum SocketPlace {
    /// What Linux and NIO can address.
    static let pathBytesMax = 103

    /// Makes the places of sockets free, and holds their locks for as long as the result lives.
    static func take(_ paths: [String]) throws(StartFault) -> [LockFile] {
        var locks: [LockFile] = []
        for path in paths {
            let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
            try makeFolder(String(folder), mode: 0o755)
            locks.append(try LockFile(path: path + ".lock", guarding: "the socket \(path)"))
            try clear(path)
        }
        return locks
    }

    /// Removes a socket that nobody listens on.
    ///
    /// - Precondition: the caller holds the lock of this place, so that nobody else starts in between.
    static func clear(_ path: String) throws(StartFault) {
        guard path.utf8.count <= pathBytesMax else {
            throw StartFault(
                .badSettings,
                "the socket path \(path) is longer than \(pathBytesMax) bytes: choose a shorter one")
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw StartFault(.cannotCreate, "\(path) is there and is no socket: move it away")
        }
        if isListenedTo(path) {
            throw StartFault(
                .alreadyRunning,
                "a daemon listens on \(path): stop that one first, or choose another --socket")
        }
        unlink(path)
    }

    /// Makes the folder of a path where it is missing.
    static func makeFolder(_ folder: String, mode: mode_t) throws(StartFault) {
        var made = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            made += part + "/"
            if mkdir(made, mode) == 0 {
                // The umask keeps new files to ourselves; a folder has the mode that was asked for.
                chmod(made, mode)
            } else if errno != EEXIST, errno != EISDIR {
                throw StartFault(.cannotCreate, "the folder \(made) cannot be made: \(systemMessage())")
            }
        }
        guard access(folder, R_OK | W_OK | X_OK) == 0 else {
            throw StartFault(.cannotCreate, "the folder \(folder) cannot be used: \(systemMessage())")
        }
    }

    private static func isListenedTo(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        return withUnixAddress(path) { connect(descriptor, $0, $1) == 0 || errno != ECONNREFUSED }
    }
}

/// Calls `body` with the address of a Unix socket. A leading `@` is the zero byte of an abstract name.
func withUnixAddress<Result>(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result
{
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = path.hasPrefix("@") ? [0] + path.utf8.dropFirst() : Array(path.utf8)
    let length = min(name.count, MemoryLayout.size(ofValue: address.sun_path) - 1)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.prefix(length)) }
    let size = MemoryLayout<sa_family_t>.size + length + (path.hasPrefix("@") ? 0 : 1)
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(size)) }
    }
}

/// What the system says of the call that has just failed.
func systemMessage() -> String { String(cString: strerror(errno)) }
