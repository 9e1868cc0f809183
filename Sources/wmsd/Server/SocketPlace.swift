import Glibc

/// The path of a Unix socket: cleared for a new daemon, and never that of a live one.
enum SocketPlace {
    /// What Linux and NIO can address.
    static let pathBytesMax = 103

    /// Locks and clears the paths of sockets; the locks are held for as long as the result lives.
    static func claim(_ paths: [String]) throws(StartFault) -> [LockFile] {
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
    /// - Precondition: the caller holds the lock of this path, so that nobody else starts in between.
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
                throw StartFault(.cannotCreate, "the folder \(made) cannot be made: \(systemMessage())\(fix)")
            }
        }
        guard access(folder, R_OK | W_OK | X_OK) == 0 else {
            throw StartFault(.cannotCreate, "the folder \(folder) cannot be used: \(systemMessage())\(fix)")
        }
    }

    private static let fix = "; let this user write there, or name another place in the settings"

    private static func isListenedTo(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        return withUnixAddress(path) { connect(descriptor, $0, $1) == 0 || errno != ECONNREFUSED }
    }
}
