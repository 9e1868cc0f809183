public import WarehouseLayout

/// A line of an order whose goods lie in several bins.
public struct PickLine: Sendable {
    /// A bin that the line may be picked from. Which bins those are, by expiry, lot or customer, is the
    /// caller's to say.
    public struct Candidate: Sendable {
        public let place: PlaceID
        /// 0 to ``RoutingLimits/amountMax``.
        public let available: Int

        /// - Parameter available: pieces; what is out of bounds counts as the nearest that is not.
        public init(place: PlaceID, available: Int) {
            self.place = place
            self.available = available.clamped(to: 0...RoutingLimits.amountMax)
        }
    }

    public let quantity: Int
    public let candidates: [Candidate]
    /// Lines of a lower class are picked before all lines of a higher one.
    public let precedenceClass: Int

    /// - Parameter quantity: pieces; below nothing counts as nothing.
    public init(quantity: Int, candidates: [Candidate], precedenceClass: Int = 0) {
        self.quantity = max(0, quantity)
        self.candidates = candidates
        self.precedenceClass = precedenceClass
    }

    /// All pieces in its bins.
    var offered: Int { candidates.reduce(0) { $0 + $1.available } }
}

/// The bins chosen for all lines, and the walk through them.
public struct ChosenTour: Sendable {
    public struct Pick: Sendable, Equatable {
        public let line: Int
        /// Index into the line's candidates.
        public let candidate: Int
        public let quantity: Int
    }

    /// In walking order.
    public let picks: [Pick]
    public let lengthMM: Int
    /// No choice of bins and no order of them is shorter than this.
    public let lowerBoundMM: Int
    public let method: TourMethod

    /// Whether no other choice and no other order can be shorter.
    public var isOptimal: Bool { lengthMM == lowerBoundMM }
}
