/// A pick: a quantity of one line, from one stock record, into one tote.
enum PickState: String, FloorState {
    case open, claimed, picked, packed, short, cancelled, lost

    static let thing = "pick"

    static let edges: [PickState: [PickState]] = [
        .open: [.claimed, .short, .cancelled],
        .claimed: [.picked, .short, .cancelled, .open],
        .picked: [.packed, .lost, .open],
        .packed: [.picked],
        .short: [.open, .cancelled],
    ]

    /// Holds a reservation in its bin.
    var isReserving: Bool { self == .open || self == .claimed }
    /// Will never be part of a parcel as it stands.
    var isOut: Bool { self == .short || self == .cancelled || self == .lost }
}
