import Domain

/// What happens on the floor because of a picker's answer.
enum PickingEffect: Equatable, Sendable {
    /// A free tote holds an order's pieces from here on.
    case bind(Tote, to: OrderRow)
    /// A tote that was bound, with nothing in it, is free again.
    case unbind(Tote)
    /// A tote that is full stays on the cart; its order goes on in another.
    case park(Tote)
    /// The picker stands at a bin.
    case arrive(BinCode)
    /// A pick's pieces are in a tote.
    case complete(Pick, into: ToteID)
    /// So many of a pick's pieces were found; the others are reserved elsewhere.
    case short(Pick, found: Int, ShortReason)
    /// A bin is left for later.
    case postpone(BinCode)
    /// A pick's pieces are back in their bin.
    case putBack(Pick)
    /// All totes of the cart stand at a station; the walk is over.
    case drop(at: StationCode)
    /// The cart is left; anybody may go on with it.
    case pause
    /// Nothing happens; the picker wants to know why.
    case explain
}

extension PickingEffect {
    /// Whether other work is left after it, in another order.
    var changesWork: Bool {
        switch self {
        case .bind, .unbind, .complete, .short, .postpone, .putBack: true
        case .park, .arrive, .drop, .pause, .explain: false
        }
    }
}
