import Domain

/// What picking asks for.
enum PickingSentence: Sentence {
    case freeTote(for: OrderID)
    /// The order's tote is full.
    case furtherTote(for: OrderID)
    /// Whose pieces go into it, the picker knows.
    case anyFreeTote
    case tote(ToteID)
    case bin(BinCode)
    case take(Int, of: SKUID)
    case lot(String)
    case quantity(Int)
    /// Whether so many pieces are really not there, and why.
    case missing(Int, of: SKUID)
    case station(StationCode)
}

/// Why this way, this bin and this tote.
enum PickingReason: Sentence {
    case way(TourWay)
    /// Of several bins with the goods, the one whose pieces expire first.
    case firstExpired(SKUID, in: BinCode, on: Day)
    /// Of several bins that are equally good otherwise.
    case nearest(SKUID, in: BinCode)
    case order(OrderID, priority: Int)
    /// What goes into the tote that is asked for.
    case tote(pieces: Int, bins: Int, order: OrderID, priority: Int)
}

typealias PickingPrompt = DialoguePrompt<PickingSentence, PickingReason>
