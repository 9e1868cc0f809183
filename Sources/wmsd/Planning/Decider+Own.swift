import Domain
import Fulfillment
import Operations
import Store

/// The decider as the daemon's own services use it.
extension Decider {
    /// Decides one of the daemon's own operations, and waits until that is durable.
    func outcome(of operation: any Operations.Operation) async -> Reply {
        await withCheckedContinuation { continuation in
            decide(Command(own: operation)) { continuation.resume(returning: $0) }
        }
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
