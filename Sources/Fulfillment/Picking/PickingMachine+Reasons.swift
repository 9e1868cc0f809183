import Domain

extension PickingMachine {
    /// Why this way, and why this bin for the pick at hand.
    static func reasons(for tour: Tour, _ stop: (pick: Pick, sku: SKU, order: Order)?) -> [String] {
        let way = "walks \(metres(tour.lengths.plannedMM)) m from \(tour.start) to \(tour.finish)"
        guard let (pick, sku, order) = stop else { return ["tour \(tour.row) \(way)"] }
        let rule =
            if let expiry = pick.expiry, sku.rotation == .fefo {
                "first expired, first out: it expires on \(expiry)"
            } else { "the nearest bin among equals" }
        return [
            "tour \(tour.row) \(way)", "\(pick.sku) is taken from \(pick.bin): \(rule)",
            "for order \(order.id), priority \(order.priority)",
        ]
    }

    /// Metres with one decimal, for a person.
    private static func metres(_ millimetres: Int) -> String { "\(Double((millimetres + 50) / 100) / 10)" }
}
