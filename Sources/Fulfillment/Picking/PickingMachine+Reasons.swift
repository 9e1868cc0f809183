import Domain

extension PickingMachine {
    /// Why this way, and why this bin for the pick at hand.
    static func reasons(for tour: Tour, _ stop: (pick: Pick, sku: SKU, order: Order)?) -> [PickingReason] {
        guard let (pick, sku, order) = stop else { return [.way(TourWay(of: tour))] }
        let choice: PickingReason =
            if let expiry = pick.expiry, sku.rotation == .fefo {
                .firstExpired(pick.sku, in: pick.bin, on: expiry)
            } else { .nearest(pick.sku, in: pick.bin) }
        return [.way(TourWay(of: tour)), choice, .order(order.id, priority: order.priority)]
    }

    /// Why a tote is asked for: the order's picks on this tour go into it.
    static func reasons(for tour: Tour, toteFor order: Order, _ picks: [Pick]) -> [PickingReason] {
        let pieces = picks.reduce(0) { $0 + $1.quantity }
        let bins = Set(picks.map(\.bin)).count
        return [
            .way(TourWay(of: tour)),
            .tote(pieces: pieces, bins: bins, order: order.id, priority: order.priority),
        ]
    }
}
