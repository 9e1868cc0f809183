/// How far an order has come: never set by hand, always derived from its picks, totes and parcels.
public enum OrderStage: String, NamedState {
    case accepted, released, picking, picked, packing, packed
    case inTransit = "in_transit"
    case delivered, closed, cancelled

    public static let thing = "order"

    /// Those that an order can come to; nothing tells yet that one was delivered.
    public static let reached = allCases.filter { $0 != .delivered }

    /// Nothing is left to do for it on the floor.
    public var isOver: Bool { [.inTransit, .delivered, .closed, .cancelled].contains(self) }
}

/// What an order's stage is derived from.
public struct OrderFacts: Sendable {
    public var isCancelled = false
    public var isReleased = false
    /// Picks by state.
    public var picks: [PickState: Int] = [:]
    /// Totes that hold the order's picks and are not at a station yet.
    public var totesUnderWay = 0
    /// Parcels by state, voided ones left out.
    public var parcels: [ParcelState: Int] = [:]

    public init(
        isCancelled: Bool = false, isReleased: Bool = false, picks: [PickState: Int] = [:],
        totesUnderWay: Int = 0, parcels: [ParcelState: Int] = [:]
    ) {
        self.isCancelled = isCancelled
        self.isReleased = isReleased
        self.picks = picks
        self.totesUnderWay = totesUnderWay
        self.parcels = parcels
    }

    public var stage: OrderStage {
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
