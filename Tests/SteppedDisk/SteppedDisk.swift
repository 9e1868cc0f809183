public import LabelSpool

/// One step of a spool on its disk.
public struct DiskStep: Equatable, Sendable, CustomStringConvertible {
    public enum Operation: String, Sendable {
        case makeFolder, write, read, syncFile, syncFileSystem, syncFolder, move, remove, holds, names, check
    }

    public let operation: Operation
    public let path: String

    public var description: String { "\(operation.rawValue) \(path)" }
}

/// The disk itself, with a call before each step: there a test may end the daemon, fail the step, or have somebody
/// else act.
public final class SteppedDisk: SpoolDisk {
    /// Throws where the step is to fail; then it has not happened.
    public var before: (DiskStep) throws(SpoolError) -> Void
    public private(set) var steps: [DiskStep] = []
    private let disk = LinuxDisk()

    public init(before: @escaping (DiskStep) throws(SpoolError) -> Void = { _ in }) { self.before = before }

    public func makeFolder(_ folder: String) throws(SpoolError) {
        try begin(.makeFolder, folder)
        try disk.makeFolder(folder)
    }

    public func write(_ bytes: [UInt8], to file: String) throws(SpoolError) {
        try begin(.write, file)
        try disk.write(bytes, to: file)
    }

    public func read(_ file: String) throws(SpoolError) -> [UInt8] {
        try begin(.read, file)
        return try disk.read(file)
    }

    public func syncFile(_ file: String) throws(SpoolError) {
        try begin(.syncFile, file)
        try disk.syncFile(file)
    }

    public func syncFileSystem(of folder: String) throws(SpoolError) {
        try begin(.syncFileSystem, folder)
        try disk.syncFileSystem(of: folder)
    }

    public func syncFolder(_ folder: String) throws(SpoolError) {
        try begin(.syncFolder, folder)
        try disk.syncFolder(folder)
    }

    public func move(_ file: String, to target: String) throws(SpoolError) -> MoveOutcome {
        try begin(.move, target)
        return try disk.move(file, to: target)
    }

    public func remove(_ file: String) throws(SpoolError) {
        try begin(.remove, file)
        try disk.remove(file)
    }

    public func holds(_ file: String) throws(SpoolError) -> Bool {
        try begin(.holds, file)
        return try disk.holds(file)
    }

    public func names(in folder: String) throws(SpoolError) -> [String] {
        try begin(.names, folder)
        return try disk.names(in: folder)
    }

    public func checkWritable(_ folder: String) throws(SpoolError) {
        try begin(.check, folder)
        try disk.checkWritable(folder)
    }

    private func begin(_ operation: DiskStep.Operation, _ path: String) throws(SpoolError) {
        let step = DiskStep(operation: operation, path: path)
        try before(step)
        steps.append(step)
    }
}
