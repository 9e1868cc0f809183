internal import CLinux
internal import Glibc

/// The folder of one printer: `spool/<printer>/{tmp,new,done,failed}`.
///
/// A file in `new` is a whole label, in the printer's own language, on disk to stay; whoever feeds the
/// printer takes files from `new` in the order of their names and moves each to `done` or `failed`.
/// A file is written in `tmp`, synced, and renamed into `new` without ever replacing one there, so a stop
/// at any moment leaves each label either wholly there or not there at all.
///
/// Blocks on disk; not for use by two threads at once.
public final class SpoolFolder {
    public let path: String
    public let printer: String

    /// Group may look in and feed printers; nobody else sees addresses.
    private static let folderMode: mode_t = 0o770
    private static let fileMode: mode_t = 0o660

    /// Opens the folder of `printer` below `spool`, making what is missing.
    ///
    /// - Throws: ``SpoolError`` naming the path and the system's reason.
    public init(spool: String, printer: String) throws(SpoolError) {
        guard Self.isName(printer) else { throw .badPrinterName(printer) }
        self.printer = printer
        path = spool + "/" + printer
        for folder in [spool, path] + SpoolPlace.allCases.map({ path + "/" + $0.rawValue }) + [path + "/tmp"] {
            if mkdir(folder, Self.folderMode) != 0, errno != EEXIST { throw .system("make", folder, errno) }
        }
        try Self.sync(folder: path)
    }

    /// Refuses a folder that this process may not write.
    public func checkWritable() throws(SpoolError) {
        for folder in [path + "/tmp"] + SpoolPlace.allCases.map({ path + "/" + $0.rawValue })
        where access(folder, W_OK | X_OK) != 0 {
            throw .system("write into", folder, errno)
        }
    }

    /// Puts labels into `new`, all under one sync, and returns when they are there to stay.
    ///
    /// Writing the same names again is safe: a label that already lies in `new` keeps its bytes.
    /// - Parameter onStep: Told before each step, for tests that stop there.
    /// - Throws: ``SpoolError``. Then some of the labels may be in `new`, in order, and the others are not;
    ///   call again with the same ones.
    /// - Complexity: linear in the bytes; the number of syncs does not grow with the labels.
    public func write(_ labels: [SpoolLabel], onStep: (SpoolStep) -> Void = { _ in }) throws(SpoolError) {
        guard !labels.isEmpty else { return }
        for label in labels {
            onStep(.write(label.name))
            try writeTemporary(label)
        }
        onStep(.sync)
        try syncTemporaries(labels)
        for label in labels {
            onStep(.rename(label.name))
            try publish(label.name)
        }
        onStep(.syncFolder)
        try Self.sync(folder: path + "/" + SpoolPlace.new.rawValue)
        onStep(.done)
    }

    /// Where the label of this name lies; nil where no folder has it.
    public func place(of name: SpoolName) -> SpoolPlace? {
        SpoolPlace.allCases.first { access(filePath(name, in: $0), F_OK) == 0 }
    }

    /// Takes a label back before it is printed.
    ///
    /// - Returns: Whether it was still in `new`; false means that a feeder has it or has had it.
    public func takeBack(_ name: SpoolName) throws(SpoolError) -> Bool {
        let file = filePath(name, in: .new)
        guard unlink(file) == 0 else {
            if errno == ENOENT { return false }
            throw .system("remove", file, errno)
        }
        try Self.sync(folder: path + "/" + SpoolPlace.new.rawValue)
        return true
    }

    /// The labels that a folder holds, in print order. Files with other names are not the daemon's and are left out.
    public func names(in place: SpoolPlace) throws(SpoolError) -> [SpoolName] {
        let folder = path + "/" + place.rawValue
        guard let entries = opendir(folder) else { throw .system("read", folder, errno) }
        defer { closedir(entries) }
        var names: [SpoolName] = []
        while let entry = readdir(entries) {
            let text = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if let name = SpoolName(text) { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a label whose outcome has been taken down, so that the folders do not grow for ever.
    public func discard(_ name: SpoolName, from place: SpoolPlace) throws(SpoolError) {
        let file = filePath(name, in: place)
        if unlink(file) != 0, errno != ENOENT { throw .system("remove", file, errno) }
    }

    // MARK: Steps of a write

    private func writeTemporary(_ label: SpoolLabel) throws(SpoolError) {
        let file = temporaryPath(label.name)
        // A file left by a stop half way is overwritten: only what was renamed counts.
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, Self.fileMode)
        guard descriptor >= 0 else { throw .system("write", file, errno) }
        defer { close(descriptor) }
        var written = 0
        while written < label.bytes.count {
            let count = label.bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = errno
                unlink(file)
                throw .system("write", file, reason)
            }
            written += count
        }
    }

    private func syncTemporaries(_ labels: [SpoolLabel]) throws(SpoolError) {
        if labels.count == 1 { return try Self.sync(file: temporaryPath(labels[0].name)) }
        let descriptor = open(path + "/tmp", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", path + "/tmp", errno) }
        defer { close(descriptor) }
        guard syncfs(descriptor) == 0 else { throw .system("sync", path + "/tmp", errno) }
    }

    private func publish(_ name: SpoolName) throws(SpoolError) {
        let target = filePath(name, in: .new)
        if renameat2(AT_FDCWD, temporaryPath(name), AT_FDCWD, target, RENAME_WITHOUT_REPLACING) == 0 { return }
        guard errno == EEXIST else { throw .system("rename into", target, errno) }
        unlink(temporaryPath(name))
    }

    private static func sync(file: String) throws(SpoolError) {
        let descriptor = open(file, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", file, errno) }
        defer { close(descriptor) }
        guard fdatasync(descriptor) == 0 else { throw .system("sync", file, errno) }
    }

    private static func sync(folder: String) throws(SpoolError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system("sync", folder, errno) }
    }

    private func temporaryPath(_ name: SpoolName) -> String { "\(path)/tmp/\(name)" }

    private func filePath(_ name: SpoolName, in place: SpoolPlace) -> String { "\(path)/\(place.rawValue)/\(name)" }

    private static func isName(_ printer: String) -> Bool {
        !printer.isEmpty && printer.utf8.count <= 64 && printer.first != "."
            && printer.utf8.allSatisfy(SpoolName.isAllowed)
    }
}
