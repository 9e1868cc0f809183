/// How far an order has come: never set by hand, always derived from its picks, totes and parcels.
enum OrderStage: String, CaseIterable, Sendable {
    case accepted, released, picking, picked, packing, packed
    case inTransit = "in_transit"
    case closed, cancelled
}

/// What an order's stage is derived from.
struct OrderFacts {
    var isCancelled = false
    var isReleased = false
    /// Picks by state.
    var picks: [PickState: Int] = [:]
    /// Totes that hold the order's picks and are not at a station yet.
    var totesUnderWay = 0
    /// Parcels by state, voided ones left out.
    var parcels: [ParcelState: Int] = [:]

    var stage: OrderStage {
        if isCancelled { return .cancelled }
        if !isReleased { return .accepted }
        if !parcels.isEmpty { return parcelStage }
        // A piece that is short is still to come; one that is not waited for was cancelled.
        let waiting = count(.open) + count(.claimed) + count(.short)
        if waiting == 0 && count(.picked) > 0 && totesUnderWay == 0 { return .picked }
        return count(.claimed) + count(.picked) > 0 ? .picking : .released
    }

    private var parcelStage: OrderStage {
        let allPacked = count(.picked) + count(.claimed) + count(.open) == 0
        guard allPacked && parcels.keys.allSatisfy(\.isLabelled) else { return .packing }
        return parcels.keys.allSatisfy { $0 == .handedOver } ? .inTransit : .packed
    }

    private func count(_ state: PickState) -> Int { picks[state] ?? 0 }
}
