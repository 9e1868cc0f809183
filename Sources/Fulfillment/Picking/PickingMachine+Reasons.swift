import Domain

extension PickingMachine {
    /// Why this way, and why this bin for the pick at hand.
    static func reasons(for tour: Tour, _ stop: (pick: Pick, sku: SKU, order: Order)?) -> [String] {
        guard let (pick, sku, order) = stop else { return [way(of: tour)] }
        let rule =
            if let expiry = pick.expiry, sku.rotation == .fefo {
                "first expired, first out: it expires on \(expiry)"
            } else { "the nearest bin among equals" }
        return [
            way(of: tour), "\(pick.sku) is taken from \(pick.bin): \(rule)",
            "for order \(order.id), priority \(order.priority)",
        ]
    }

    /// Why a tote is asked for: the order's picks on this tour go into it.
    static func reasons(for tour: Tour, toteFor order: Order, _ picks: [Pick]) -> [String] {
        let pieces = picks.reduce(0) { $0 + $1.quantity }
        let bins = Set(picks.map(\.bin)).count
        let goods = "\(pieces) piece\(pieces == 1 ? "" : "s") from \(bins) bin\(bins == 1 ? "" : "s")"
        return [way(of: tour), "the tote takes \(goods) for order \(order.id), priority \(order.priority)"]
    }

    private static func way(of tour: Tour) -> String {
        "tour \(tour.row) walks \(metres(tour.lengths.plannedMM)) m from \(tour.start) to \(tour.finish)"
    }

    /// Metres with one decimal, for a person.
    private static func metres(_ millimetres: Int) -> String { "\(Double((millimetres + 50) / 100) / 10)" }
}
