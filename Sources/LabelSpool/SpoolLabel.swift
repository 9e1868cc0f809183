/// One label to be printed: its name and the exact bytes for the printer.
public struct SpoolLabel: Equatable, Sendable {
    public let name: SpoolName
    public let bytes: [UInt8]

    public init(name: SpoolName, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// The folders in which a finished label can lie.
public enum SpoolPlace: String, CaseIterable, Sendable {
    /// Waiting for the feeder.
    case new
    /// Handed to the printer.
    case done
    /// Given up by the feeder.
    case failed
}
