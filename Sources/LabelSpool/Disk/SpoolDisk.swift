/// What a spool asks of its file system, one step at a time.
///
/// Spools work on ``LinuxDisk``; a test puts one of its own in between, to fail or to stop at any step.
public protocol SpoolDisk {
    /// Makes a folder; one that is there stays.
    func makeFolder(_ folder: String) throws(SpoolError)
    /// Writes a whole file, over one that is there.
    func write(_ bytes: [UInt8], to file: String) throws(SpoolError)
    func read(_ file: String) throws(SpoolError) -> [UInt8]
    /// Returns when the bytes of a file are on disk to stay.
    func syncFile(_ file: String) throws(SpoolError)
    /// Returns when all that was written to the file system of `folder` is on disk to stay.
    func syncFileSystem(of folder: String) throws(SpoolError)
    /// Returns when the names in a folder are on disk to stay.
    func syncFolder(_ folder: String) throws(SpoolError)
    /// Moves a file in one step, never over another.
    func move(_ file: String, to target: String) throws(SpoolError) -> MoveOutcome
    /// Removes a file; one that is not there is no error.
    func remove(_ file: String) throws(SpoolError)
    /// Whether there is such a file.
    ///
    /// - Throws: Where that cannot be known: a folder that may not be searched is not an empty one.
    func holds(_ file: String) throws(SpoolError) -> Bool
    /// The names in a folder, in no order.
    func names(in folder: String) throws(SpoolError) -> [String]
    /// Refuses a folder in which this process may not make files.
    func checkWritable(_ folder: String) throws(SpoolError)
}

/// What became of a move.
public enum MoveOutcome: Equatable, Sendable {
    case moved
    /// There is a file of the new name; nothing has changed.
    case targetExists
    /// The folder holds no such file any more.
    case sourceGone
}
