import LabelSpool

/// One step of a spool on its disk.
struct DiskStep: Equatable, CustomStringConvertible {
    enum Deed: String { case makeFolder, write, read, syncFile, syncFileSystem, syncFolder, move, remove, holds, names, check }

    let deed: Deed
    let path: String

    var description: String { "\(deed.rawValue) \(path)" }
}

/// The disk itself, with a look before each step: there a test stops, fails, or has somebody else act.
final class SteppedDisk: SpoolDisk {
    /// Throws where the step is to fail; then it has not happened.
    var before: (DiskStep) throws(SpoolError) -> Void
    private(set) var steps: [DiskStep] = []
    private let disk = LinuxDisk()

    init(before: @escaping (DiskStep) throws(SpoolError) -> Void = { _ in }) { self.before = before }

    func makeFolder(_ folder: String) throws(SpoolError) {
        try look(.makeFolder, folder)
        try disk.makeFolder(folder)
    }

    func write(_ bytes: [UInt8], to file: String) throws(SpoolError) {
        try look(.write, file)
        try disk.write(bytes, to: file)
    }

    func read(_ file: String) throws(SpoolError) -> [UInt8] {
        try look(.read, file)
        return try disk.read(file)
    }

    func syncFile(_ file: String) throws(SpoolError) {
        try look(.syncFile, file)
        try disk.syncFile(file)
    }

    func syncFileSystem(of folder: String) throws(SpoolError) {
        try look(.syncFileSystem, folder)
        try disk.syncFileSystem(of: folder)
    }

    func syncFolder(_ folder: String) throws(SpoolError) {
        try look(.syncFolder, folder)
        try disk.syncFolder(folder)
    }

    func move(_ file: String, to target: String) throws(SpoolError) -> MoveOutcome {
        try look(.move, target)
        return try disk.move(file, to: target)
    }

    func remove(_ file: String) throws(SpoolError) {
        try look(.remove, file)
        try disk.remove(file)
    }

    func holds(_ file: String) throws(SpoolError) -> Bool {
        try look(.holds, file)
        return try disk.holds(file)
    }

    func names(in folder: String) throws(SpoolError) -> [String] {
        try look(.names, folder)
        return try disk.names(in: folder)
    }

    func checkWritable(_ folder: String) throws(SpoolError) {
        try look(.check, folder)
        try disk.checkWritable(folder)
    }

    private func look(_ deed: DiskStep.Deed, _ path: String) throws(SpoolError) {
        let step = DiskStep(deed: deed, path: path)
        try before(step)
        steps.append(step)
    }
}
