import Domain

/// What a thing is, or would have to be, where none of its states says so: the words that a refusal has for it.
enum FloorFact: String {
    // An order.
    case held
    case notHeld = "not held"
    // A box on the bench, and its parcel.
    case empty
    case begun = "with something in it"
    case full
    case withRoom = "with room"
    case weighed
    case notWeighed = "not weighed"
    // A tour, and what its person has in hand.
    case nothingLeft = "with nothing left to do"
    case piecesToPutBack = "with pieces to put back"
    case somethingToCount = "with something to count"
    case emptyHands = "with empty hands"
    case goodsToCount = "with goods to count"
}

extension Refusal {
    /// Refuses what a fact about a thing does not allow.
    ///
    /// - Parameter advice: what to do about it.
    static func notAllowed(
        as fact: FloorFact, of thing: String, wanted: FloorFact, advice: String? = nil
    ) -> Refusal {
        .wrongState(
            thing: thing, state: fact.rawValue, wanted: wanted.rawValue + (advice.map { "; \($0)" } ?? ""))
    }
}
