/// How far an order is when it is cancelled: the rows of the table, and what each of them is made of.
enum CancelMoment: String, CaseIterable, Sendable {
    // Nothing of it has left its bin.
    case accepted, held, released
    /// Its tote is asked for.
    case binding
    case atBin, atItem, atLot, atQuantity, atTote, atReason
    /// The cart was left with an empty tote.
    case pausedEmpty

    // Pieces lie in totes.
    case partlyPicked
    /// The first tote is full; the further one is empty.
    case inSecondTote
    /// All is picked, and the cart has not been set down.
    case allPicked
    case pausedWithPieces
    case picked

    // The order is on the bench.
    case atBox, atPiece, atCount, partlyPacked, atWeight, atClose, atLabel, packed

    /// Whether an order in this row is gone at once.
    var isEarly: Bool {
        switch self {
        case .accepted, .held, .released, .binding, .atBin, .atItem, .atLot, .atQuantity, .atTote, .atReason,
            .pausedEmpty:
            true
        default: false
        }
    }
}
