public import WarehouseLayout

/// An order as batching sees it: where it has to be picked, what room it needs on the cart, when it is due.
///
/// Totes, weight and volume below nothing count as nothing. What is above ``RoutingLimits/amountMax`` fits no
/// cart that has a limit for it.
public struct BatchOrder: Sendable {
    public let places: [PlaceID]
    public let totes: Int
    public let weightG: Int
    public let volumeML: Int
    /// When the order has to be back, in seconds from the beginning of picking; nil where nothing presses.
    public let dueS: Int?

    public init(places: [PlaceID], totes: Int = 1, weightG: Int = 0, volumeML: Int = 0, dueS: Int? = nil) {
        self.places = places
        let amounts = 0...(RoutingLimits.amountMax + 1)
        self.totes = totes.clamped(to: amounts)
        self.weightG = weightG.clamped(to: amounts)
        self.volumeML = volumeML.clamped(to: amounts)
        self.dueS = dueS?.clamped(to: -RoutingLimits.amountMax...RoutingLimits.amountMax)
    }
}

/// What one cart carries; 0 to ``RoutingLimits/amountMax`` each, other numbers count as the nearest of these.
public struct CartLimits: Sendable {
    public let totes: Int
    public let weightG: Int?
    public let volumeML: Int?

    public init(totes: Int, weightG: Int? = nil, volumeML: Int? = nil) {
        let amounts = 0...RoutingLimits.amountMax
        self.totes = totes.clamped(to: amounts)
        self.weightG = weightG?.clamped(to: amounts)
        self.volumeML = volumeML?.clamped(to: amounts)
    }
}

/// How fast tours are done; decides nothing where no order is due.
public struct PickingPace: Sendable {
    /// How many pickers there are; each walks the next tour as soon as the last is done.
    public let pickers: Int
    public let walkMMPerS: Int
    /// For each place of an order: to find the bin and move the goods into the tote.
    public let pickS: Int

    public init(pickers: Int = 1, walkMMPerS: Int = 1_200, pickS: Int = 10) {
        self.pickers = pickers.clamped(to: 1...RoutingLimits.pickersMax)
        self.walkMMPerS = max(1, walkMMPerS)
        self.pickS = pickS.clamped(to: 0...RoutingLimits.pickSMax)
    }
}
