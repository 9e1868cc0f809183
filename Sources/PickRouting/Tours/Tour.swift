/// The order in which stops are walked, and what is known about it.
public struct Tour: Equatable, Sendable {
    /// Indices into the stops asked for, in walking order; each stands once.
    public let order: [Int]
    /// The walk from the start through all stops to the end, in millimetres.
    public let lengthMM: Int
    /// No tour that keeps to the same rules is shorter than this.
    public let lowerBoundMM: Int
    public let method: TourMethod

    /// Whether the length is proven to be the least possible.
    public var isOptimal: Bool { lengthMM == lowerBoundMM }

    init(order: [Int], lengthMM: Int, lowerBoundMM: Int, method: TourMethod) {
        self.order = order
        self.lengthMM = lengthMM
        self.lowerBoundMM = min(lowerBoundMM, lengthMM)
        self.method = method
    }
}

/// How a tour was found.
public enum TourMethod: String, Sendable, CaseIterable {
    /// Dynamic programming aisle by aisle; exact.
    case aisleDP = "aisle-dp"
    /// Dynamic programming over subsets of stops; exact.
    case heldKarp = "held-karp"
    /// Nearest neighbour, then local search with perturbation.
    case localSearch = "local-search"
    /// A rule that pickers know by heart.
    case policy
}
