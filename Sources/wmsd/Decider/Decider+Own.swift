import Domain
import Fulfillment
import Operations
import Store

/// The decider as the daemon's own services use it.
extension Decider {
    /// Decides a command, and waits until its outcome is durable.
    func outcome(of command: Command) async -> Reply {
        await withCheckedContinuation { continuation in
            decide(command) { continuation.resume(returning: $0) }
        }
    }

    /// The same for one of the daemon's own operations.
    func outcome(of operation: any Operations.Operation) async -> Reply {
        await outcome(of: Command(own: operation))
    }

    /// Reads the site.
    ///
    /// - Returns: nil where it cannot be read, or the daemon is stopping.
    func value<Value: Sendable>(
        _ body: @escaping @Sendable (Site, Instant) throws(StoreError) -> Value
    ) async -> Value? {
        await withCheckedContinuation { continuation in
            read(
                { site, now in continuation.resume(returning: try? body(site, now)) },
                refuse: { continuation.resume(returning: nil) })
        }
    }
}
