internal import Glibc

/// Why a spool folder could not be used; labels wait until it can.
public enum SpoolError: Error, Equatable, Sendable {
    /// What was tried, on which path, and the system's error number.
    case system(String, String, Int32)
    case badPrinterName(String)
    case badSequence(Int)
    /// Another feeder has the folder; the text is what it wrote of itself.
    case fedByAnother(String, String)
    /// The folder's feeder has ended, and the command that it had started still has its label.
    case commandStillRuns(String)

    /// Whether waiting can help: a full disk, or a folder that somebody has to repair.
    public var isRetryable: Bool { if case .system = self { true } else { false } }

    /// The error that the last system call left.
    static func last(_ operation: String, _ path: String) -> SpoolError { .system(operation, path, errno) }
}

extension SpoolError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let operation, let path, let number):
            "cannot \(operation) \(path): \(String(cString: strerror(number)))"
        case .badPrinterName(let name):
            "\"\(name)\" is no name for a printer's folder; use letters, digits, - and _, at most 64"
        case .badSequence(let sequence):
            "\(sequence) is no place in a print order: 0 to \(SpoolName.sequenceMax)"
        case .fedByAnother(let folder, let feeder): "\(folder) is fed by \(feeder); stop that feeder first"
        case .commandStillRuns(let folder):
            "the feeder of \(folder) has ended and its command still runs; end that, or wait until it has"
        }
    }
}
