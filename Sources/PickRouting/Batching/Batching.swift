/// Orders put together into tours.
public struct Batching: Sendable, Equatable {
    public struct Batch: Sendable, Equatable {
        /// Indices into the orders, ascending.
        public let orders: [Int]
        public let lengthMM: Int
        /// When the tour is back, in seconds from the beginning of picking.
        public let doneS: Int
    }

    /// The tours in the order in which they are walked: most urgent first, else by their first order.
    public let batches: [Batch]
    /// By how many seconds orders are late, all together.
    public let latenessS: Int
    /// No batches that keep to the limits are shorter all together.
    public let lowerBoundMM: Int

    public var totalMM: Int { batches.reduce(0) { $0 + $1.lengthMM } }
    /// Whether no other batches are shorter, and none are in better time.
    public var isOptimal: Bool { latenessS == 0 && totalMM == lowerBoundMM }
}
