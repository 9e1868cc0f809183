import Domain
import PickRouting
import WarehouseLayout

/// Plans carts for all that a snapshot of the pool holds.
///
///     let carts = PoolPlanner(snapshot).plan(.full)
///
/// It changes nothing and may run on any thread; the same snapshot and effort give the same carts everywhere.
public struct PoolPlanner: Sendable {
    private let snapshot: PoolSnapshot

    public init(_ snapshot: PoolSnapshot) { self.snapshot = snapshot }

    /// The carts, that of the most urgent order first. What no cart gets to is on none of them.
    public func plan(_ effort: PlanningEffort) -> [PlannedCart] {
        let choice = CartChoice(on: snapshot.floor)
        var carts: [(first: Int, kind: Int, cart: PlannedCart)] = []
        for (kind, loads) in snapshot.loads(by: choice).enumerated() where !loads.isEmpty {
            let round = try? CartRound(
                choice.carts[kind], on: snapshot.floor, totes: snapshot.totesPerTour)
            guard let round else { continue }
            let batches = CartBatches(on: round, pickers: snapshot.pickers, effort: effort).batches(loads)
            for batch in batches {
                let cart = PlannedCart(batch, on: round, isFull: round.isFull(with: batch, of: loads))
                carts.append((batch.map(\.order.index).min() ?? 0, kind, cart))
            }
        }
        return carts.sorted { ($0.first, $0.kind) < ($1.first, $1.kind) }.map(\.cart)
    }
}
