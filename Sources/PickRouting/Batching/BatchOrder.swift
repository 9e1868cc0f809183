public import WarehouseLayout

/// An order as batching sees it: where it has to be picked, what room it takes on the cart, when it is due.
public struct BatchOrder: Sendable {
    public let places: [PlaceID]
    public let totes: Int
    public let weightG: Int
    public let volumeML: Int
    /// When the order has to be back, in seconds from the beginning of picking; nil where nothing presses.
    public let dueS: Int?

    public init(places: [PlaceID], totes: Int = 1, weightG: Int = 0, volumeML: Int = 0, dueS: Int? = nil) {
        self.places = places
        self.totes = totes
        self.weightG = weightG
        self.volumeML = volumeML
        self.dueS = dueS
    }
}

/// What one cart carries.
public struct CartLimits: Sendable {
    public let totes: Int
    public let weightG: Int?
    public let volumeML: Int?

    public init(totes: Int, weightG: Int? = nil, volumeML: Int? = nil) {
        self.totes = totes
        self.weightG = weightG
        self.volumeML = volumeML
    }
}

/// How fast tours are done; decides nothing where no order is due.
public struct PickingPace: Sendable {
    /// How many pickers there are; each takes the next tour as soon as the last is done.
    public let pickers: Int
    public let walkMMPerS: Int
    /// For each place of an order: to find the bin, take the goods and put them into the tote.
    public let pickS: Int

    public init(pickers: Int = 1, walkMMPerS: Int = 1_200, pickS: Int = 10) {
        self.pickers = max(1, pickers)
        self.walkMMPerS = max(1, walkMMPerS)
        self.pickS = max(0, pickS)
    }
}
