/// A pick: a quantity of one line, from one stock record, into one tote.
public enum PickState: String, FloorState {
    case open, claimed, picked, packed, short, cancelled, lost

    public static let thing = "pick"
    /// Pieces that are missing when an order is released are recorded as short; pieces that were promised and
    /// never reserved are recorded as cancelled with their order.
    public static let initial: [PickState] = [.open, .claimed, .short]

    public static let edges: [PickState: [PickState]] = [
        .open: [.claimed, .short, .cancelled],
        .claimed: [.picked, .short, .cancelled, .open],
        .picked: [.packed, .open, .cancelled, .lost],
        .packed: [.picked, .lost],
        .short: [.open, .cancelled],
    ]

    /// Holds a reservation in its bin.
    public var isReserving: Bool { self == .open || self == .claimed }
    /// Will never be part of a parcel as it stands.
    public var isOut: Bool { self == .short || self == .cancelled || self == .lost }
}
