import Domain
import Fulfillment
import Operations
import Store

@testable import wmsd

/// The planner's turn in steps, between which everybody else goes on: what waits is read, a plan is made of it, and its
/// carts become tours one by one, as far as they still can.
final class SteppedPlanner: @unchecked Sendable {
    private static let warehouse: WarehouseCode = "WH-NY"

    private var snapshot: PoolSnapshot?
    private var carts: [PlannedCart] = []

    /// - Returns: how many carts were handed to the decider.
    func step(with decider: SteppedDecider) -> Int {
        if !carts.isEmpty {
            let adopt = AdoptCart(carts.removeFirst(), mayHaveRoom: true)
            decider.enqueue(Inbox.Change(command: Command(own: adopt)) { _ in })
            return 1
        }
        guard let read = snapshot else {
            decider.enqueue(
                Inbox.Read(
                    body: { [self] site, now in snapshot = try? Self.snapshot(of: site, at: now) },
                    refuse: {}))
            return 0
        }
        snapshot = nil
        let planned = PoolPlanner(read).plan(.prompt)
        carts = planned
        decider.enqueue(
            Inbox.Read(body: { site, _ in site.keep(planned, in: Self.warehouse) }, refuse: {}))
        return 0
    }

    private static func snapshot(of site: Site, at now: Instant) throws(StoreError) -> PoolSnapshot {
        var snapshot = try site.poolSnapshot(in: warehouse, at: now)
        while !snapshot.isRead { snapshot = try site.extended(snapshot) }
        return snapshot
    }
}
