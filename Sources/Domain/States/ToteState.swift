/// A container on the cart.
public enum ToteState: String, FloorState {
    case free, bound, parked
    case atStation = "at_station"
    case packing
    case putBack = "put_back"
    case outOfService = "out_of_service"
    case lost

    public static let thing = "tote"
    public static let initial: [ToteState] = [.free]

    /// An empty tote on a cart is free again without having been at a station.
    public static let edges: [ToteState: [ToteState]] = [
        .free: [.bound, .outOfService],
        .bound: [.parked, .atStation, .free, .putBack, .lost],
        .parked: [.bound, .atStation, .putBack, .lost],
        .atStation: [.packing, .putBack, .parked, .lost],
        .packing: [.free, .atStation, .putBack, .lost],
        .putBack: [.free, .lost],
        .outOfService: [.free, .lost],
        .lost: [.free],
    ]
}
