internal import CLinux
internal import Glibc

/// The file system itself.
public struct LinuxDisk: SpoolDisk, Sendable {
    /// The group may read and feed printers; nobody else sees addresses.
    private static let folderMode: mode_t = 0o770
    private static let fileMode: mode_t = 0o660

    public init() {}

    public func makeFolder(_ folder: String) throws(SpoolError) {
        if mkdir(folder, Self.folderMode) != 0, errno != EEXIST { throw .last("make", folder) }
    }

    public func write(_ bytes: [UInt8], to file: String) throws(SpoolError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, Self.fileMode)
        guard descriptor >= 0 else { throw .last("write", file) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Glibc.write(descriptor, rest.baseAddress.map { $0 + written }, rest.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last("write", file) }
            written += count
        }
    }

    public func read(_ file: String) throws(SpoolError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("read", file) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .last("read", file) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    public func syncFile(_ file: String) throws(SpoolError) {
        try sync(file, opened: O_WRONLY) { fdatasync($0) }
    }

    public func syncFileSystem(of folder: String) throws(SpoolError) {
        try sync(folder, opened: O_RDONLY | O_DIRECTORY) { syncfs($0) }
    }

    public func syncFolder(_ folder: String) throws(SpoolError) {
        try sync(folder, opened: O_RDONLY | O_DIRECTORY) { fsync($0) }
    }

    public func move(_ file: String, to target: String) throws(SpoolError) -> MoveOutcome {
        if renameat2(AT_FDCWD, file, AT_FDCWD, target, RENAME_WITHOUT_REPLACING) == 0 { return .moved }
        let number = errno
        if number == EEXIST { return .targetExists }
        // Either the file has gone or one of the folders has; only the first is an outcome.
        if number == ENOENT, access(Self.folder(of: target), F_OK) == 0,
            access(Self.folder(of: file), F_OK) == 0
        {
            return .sourceGone
        }
        throw .system("move \(file) to", target, number)
    }

    public func remove(_ file: String) throws(SpoolError) {
        if unlink(file) != 0, errno != ENOENT { throw .last("remove", file) }
    }

    public func holds(_ file: String) throws(SpoolError) -> Bool {
        var status = stat()
        if lstat(file, &status) == 0 { return true }
        guard errno == ENOENT else { throw .last("check for", file) }
        return false
    }

    /// Whether there is a file of this name, and not a folder, link or device.
    func holdsFile(_ path: String) throws(SpoolError) -> Bool {
        var status = stat()
        if lstat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFREG }
        guard errno == ENOENT else { throw .last("check for", path) }
        return false
    }

    public func names(in folder: String) throws(SpoolError) -> [String] {
        guard let entries = opendir(folder) else { throw .last("read", folder) }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                        String(cString: $0)
                    }
                })
        }
        return names
    }

    public func checkWritable(_ folder: String) throws(SpoolError) {
        guard access(folder, W_OK | X_OK) == 0 else { throw .last("write into", folder) }
    }

    private func sync(_ path: String, opened flags: Int32, by call: (Int32) -> Int32) throws(SpoolError) {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        guard call(descriptor) == 0 else { throw .last("sync", path) }
    }

    private static func folder(of file: String) -> String {
        String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    }
}
