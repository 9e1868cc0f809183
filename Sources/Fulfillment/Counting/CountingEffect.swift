import Domain

/// What happens on the floor because of an answer on a walk from count to count.
enum CountingEffect: Equatable, Sendable {
    /// The person stands at a bin; what the books have in it is frozen for its count.
    case begin(BinCode)
    /// Differences that hold: the books are set right.
    case book([CountDifference])
    /// Pieces that were on hold until they are counted, and are there.
    case free([GoodsCount])
    /// Differences that a second count, by somebody else, has to confirm.
    case countAgain([CountDifference])
    /// Differences that two counts found and a lead has to confirm.
    case askLead([CountDifference])
    /// The task is done; these differences were booked with it.
    case complete([CountDifference])
    /// A bin is left for later.
    case postpone(BinCode)
    /// The walk is left; anybody may go on with it.
    case pause
    /// The walk is over, because what was left of it has been counted by somebody else.
    case finish
    /// Nothing happens; the person wants to know why.
    case explain
}
