public import WarehouseLayout

/// An order as batching sees it: where it has to be picked and what room it takes on the cart.
public struct BatchOrder: Sendable {
    public let places: [PlaceID]
    public let totes: Int
    public let weightG: Int
    /// The longest tour that still brings this order back in time; nil where nothing presses.
    public let longestTourMM: Int?

    public init(places: [PlaceID], totes: Int = 1, weightG: Int = 0, longestTourMM: Int? = nil) {
        self.places = places
        self.totes = totes
        self.weightG = weightG
        self.longestTourMM = longestTourMM
    }
}

/// What one cart carries.
public struct CartLimits: Sendable {
    public let totes: Int
    public let weightG: Int?

    public init(totes: Int, weightG: Int? = nil) {
        self.totes = totes
        self.weightG = weightG
    }
}
