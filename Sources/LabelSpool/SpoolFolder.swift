/// The folder of one printer as the daemon uses it: `spool/<printer>/{tmp,new,done,failed}`.
///
/// A file in `new` is a whole label, in the printer's own language, on disk to stay; whoever feeds the
/// printer reads files from `new` in the order of their names and moves each to `done` or `failed`.
/// A file is written in `tmp`, synced, and renamed into `new` without ever replacing one there, so a stop
/// at any moment leaves each label either wholly there or not there at all.
///
///     let folder = try SpoolFolder(spool: "/var/lib/wmsd/spool", printer: "zebra-1")
///     try folder.write(labels)                  // all under one sync, in print order
///     try folder.names(in: .done)               // what the feeder has printed since
///
/// Blocks on disk; not for use by two threads at once.
public final class SpoolFolder {
    public let path: String
    public let printer: String
    private let disk: any SpoolDisk

    /// Opens the folder of `printer` below `spool`, making what is missing.
    ///
    /// - Throws: ``SpoolError`` naming the path and the system's reason.
    public init(spool: String, printer: String, on disk: any SpoolDisk = LinuxDisk()) throws(SpoolError) {
        guard Self.isName(printer) else { throw .badPrinterName(printer) }
        self.printer = printer
        self.disk = disk
        path = spool + "/" + printer
        for folder in [spool, path] + folders { try disk.makeFolder(folder) }
        try disk.syncFolder(path)
    }

    /// Refuses a folder that this process may not write.
    public func checkWritable() throws(SpoolError) {
        for folder in folders { try disk.checkWritable(folder) }
    }

    /// Puts labels into `new`, in their order and all under one sync, and returns when they are there to stay.
    ///
    /// Writing the same names again is safe: a label that already lies in `new` keeps its bytes.
    /// - Throws: ``SpoolError``. Then the first so many of the labels may be in `new`, whole and in order, and
    ///   the others are not; ask ``place(of:)`` and call again with what is missing.
    /// - Complexity: linear in the bytes; the number of syncs does not grow with the labels.
    public func write(_ labels: [SpoolLabel]) throws(SpoolError) {
        var written: [SpoolName] = []
        var fault: SpoolError?
        for label in labels {
            do throws(SpoolError) {
                // A file left by a stop half way is overwritten: only what was renamed counts.
                try disk.write(label.bytes, to: temporary(label.name))
                written.append(label.name)
            } catch {
                // On a full disk those before it may still fit.
                try? disk.remove(temporary(label.name))
                fault = error
                break
            }
        }
        if !written.isEmpty { try publish(written) }
        if let fault { throw fault }
    }

    /// Makes what lies in `new` stay, where an earlier ``write(_:)`` was stopped before it did.
    public func confirm() throws(SpoolError) { try disk.syncFolder(folder(.new)) }

    /// Where the label of this name lies, in whatever language; nil where no folder has it. One that a feeder
    /// has claimed lies in `new`.
    public func place(of name: SpoolName) throws(SpoolError) -> SpoolPlace? {
        // A file that is moved while this reads goes to a place further down the list; the second pass meets
        // one that has been moved back.
        for place in SpoolPlace.allCases + SpoolPlace.allCases {
            for name in name.inEveryLanguage where try holds(name, in: place) { return place }
        }
        return nil
    }

    private func holds(_ name: SpoolName, in place: SpoolPlace) throws(SpoolError) -> Bool {
        if try disk.holds(file(name, in: place)) { return true }
        return place == .new ? try disk.holds("\(folder(.new))/\(name.inHand)") : false
    }

    /// The labels that a folder holds, in print order. Files with other names are not the daemon's and are left out.
    public func names(in place: SpoolPlace) throws(SpoolError) -> [SpoolName] {
        try disk.names(in: folder(place)).compactMap { SpoolName($0) }.sorted()
    }

    /// What the feeder wrote of why it gave a label up; nil where it wrote nothing.
    public func reason(of name: SpoolName) -> String? {
        guard let bytes = try? disk.read(reasonFile(name)) else { return nil }
        let text = String(decoding: bytes.prefix(SpoolQueue.reasonBytesMax), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
        return line
    }

    /// Removes a label whose outcome has been recorded, so that the folders do not grow for ever.
    public func discard(_ name: SpoolName, from place: SpoolPlace) throws(SpoolError) {
        try disk.remove(file(name, in: place))
        if place == .failed { try disk.remove(reasonFile(name)) }
    }

    // MARK: Withdrawn labels

    /// Removes a label from `new`, whole and in one step, before a feeder has it.
    ///
    /// It lies in `tmp` until ``forget(_:)`` or ``putBack(_:)``.
    /// - Returns: Whether it was still there; false means that a feeder has it or has had it.
    public func withdraw(_ name: SpoolName) throws(SpoolError) -> Bool {
        for name in name.inEveryLanguage {
            try disk.remove(temporary(name))
            guard try disk.move(file(name, in: .new), to: temporary(name)) == .moved else { continue }
            try disk.syncFolder(folder(.new))
            return true
        }
        return false
    }

    /// Puts a label that was withdrawn into `new` again.
    public func putBack(_ name: SpoolName) throws(SpoolError) {
        for name in name.inEveryLanguage
        where try disk.move(temporary(name), to: file(name, in: .new)) == .targetExists {
            try disk.remove(temporary(name))
        }
        try disk.syncFolder(folder(.new))
    }

    /// What stops have left in `tmp`, in print order: labels half written, or withdrawn.
    public func leftovers() throws(SpoolError) -> [SpoolName] {
        try disk.names(in: path + "/tmp").compactMap { SpoolName($0) }.sorted()
    }

    /// Removes what lies in `tmp` of this label.
    public func forget(_ name: SpoolName) throws(SpoolError) {
        for name in name.inEveryLanguage { try disk.remove(temporary(name)) }
    }

    // MARK: Steps of a write

    private func publish(_ names: [SpoolName]) throws(SpoolError) {
        do throws(SpoolError) { try syncBytes(of: names) } catch {
            // What a failed sync has left behind is not to be trusted; it is written anew.
            for name in names { try? disk.remove(temporary(name)) }
            throw error
        }
        for name in names where try disk.move(temporary(name), to: file(name, in: .new)) == .targetExists {
            try disk.remove(temporary(name))
        }
        try disk.syncFolder(folder(.new))
    }

    /// One label is synced by itself; of several, each by itself would wait for the disk as often as there are
    /// labels, and one sync of the file system waits once.
    private func syncBytes(of names: [SpoolName]) throws(SpoolError) {
        if names.count == 1 { return try disk.syncFile(temporary(names[0])) }
        try disk.syncFileSystem(of: path + "/tmp")
    }

    // MARK: Paths

    private var folders: [String] { [path + "/tmp"] + SpoolPlace.allCases.map(folder) }

    private func folder(_ place: SpoolPlace) -> String { path + "/" + place.rawValue }

    private func temporary(_ name: SpoolName) -> String { "\(path)/tmp/\(name)" }

    private func file(_ name: SpoolName, in place: SpoolPlace) -> String { "\(folder(place))/\(name)" }

    private func reasonFile(_ name: SpoolName) -> String { file(name, in: .failed) + SpoolQueue.reasonEnding }

    private static func isName(_ printer: String) -> Bool {
        !printer.isEmpty && printer.utf8.count <= 64 && printer.first != "."
            && printer.utf8.allSatisfy(SpoolName.isAllowed)
    }
}
