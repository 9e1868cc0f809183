/// One label to be printed: its name and the exact bytes for the printer.
struct SpoolLabel: Equatable, Sendable {
    let name: SpoolName
    let bytes: [UInt8]
}

/// The folders in which a finished label can lie.
enum SpoolPlace: String, CaseIterable, Sendable {
    /// Waiting for the feeder.
    case new
    /// Handed to the printer.
    case done
    /// Given up by the feeder.
    case failed
}

/// What a write does next.
enum SpoolStep: Equatable, Sendable {
    case write(SpoolName)
    case sync
    case rename(SpoolName)
    case syncFolder
    case done
}
