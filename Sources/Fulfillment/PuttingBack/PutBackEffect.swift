import Domain

/// What happens on the floor because of an answer on a walk that brings pieces back.
enum PutBackEffect: Equatable, Sendable {
    /// A tote is on the cart.
    case fetch(ToteID)
    /// The person stands at a bin.
    case arrive(BinCode)
    /// So many pieces of a task lie in their bin again; those that were missed are counted.
    case putBack(WorkTask, found: Int)
    /// A bin is left for later.
    case postpone(WorkTask)
    /// A bin takes no more: the pieces go to another one.
    case redirect(WorkTask)
    /// The cart is left; anybody may go on with it.
    case pause
    /// Nothing happens; the person wants to know why.
    case explain
}
