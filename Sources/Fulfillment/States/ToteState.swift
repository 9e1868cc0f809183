/// A container on the cart.
enum ToteState: String, FloorState {
    case free, bound, parked
    case atStation = "at_station"
    case packing
    case putBack = "put_back"
    case outOfService = "out_of_service"

    static let thing = "tote"

    static let edges: [ToteState: [ToteState]] = [
        .free: [.bound, .outOfService],
        .bound: [.parked, .atStation, .putBack, .free, .outOfService],
        .parked: [.bound, .atStation, .putBack, .outOfService],
        .atStation: [.packing, .putBack, .outOfService],
        .packing: [.free, .atStation, .putBack, .outOfService],
        .putBack: [.free, .outOfService],
        .outOfService: [.free],
    ]
}
