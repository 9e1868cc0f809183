import Glibc
import Synchronization

/// SIGTERM and SIGINT, recorded so that work can end between two labels.
enum StopSignal {
    private static let isSent = Atomic(false)

    static var hasCome: Bool { isSent.load(ordering: .relaxed) }

    /// From now on these signals do not end the process.
    static func listen() {
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in StopSignal.isSent.store(true, ordering: .relaxed) }
        }
    }
}
