/// A place where something other than storage happens.
public struct Station: Sendable, Equatable {
    public let id: StationID
    public let kind: StationKind
    /// Where one stands at it.
    public let place: PlaceID
    /// Where it stands in the building.
    public let point: Point
    /// The label printer at hand.
    public let printer: String?
    /// The dock that a staging lane serves.
    public let dock: StationID?
    /// The compartments of a put wall.
    public let slots: Int?
}

/// What a station is for.
public enum StationKind: String, CaseIterable, Sendable {
    /// Where pickers fetch carts and totes.
    case start
    /// Where parcels are packed.
    case pack
    /// A door to the lorries.
    case dock
    /// A put wall, where the parts of an order meet.
    case merge
    /// A lane in which parcels wait for their dock.
    case stage
    /// Where goods come in.
    case receive
    /// Where returned goods are judged.
    case returns
}

/// A kind of cart that pickers push.
public struct Cart: Sendable, Equatable {
    public let id: CartID
    /// How many totes it carries.
    public let totes: Int
    /// One tote's inner length, width and height.
    public let toteMM: [Int]?
    /// What it carries, in grams.
    public let maxWeightG: Int?
    /// Where it may go; nil is everywhere.
    public let areas: [AreaID]?
}

/// How somebody moves: some walkways do not admit every kind.
public enum Means: String, CaseIterable, Sendable {
    case foot, cart, truck
}
