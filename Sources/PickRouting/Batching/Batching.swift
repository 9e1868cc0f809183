/// Orders put together into tours.
public struct Batching: Sendable, Equatable {
    public struct Batch: Sendable, Equatable {
        /// Indices into the orders, ascending.
        public let orders: [Int]
        public let lengthMM: Int
    }

    public let batches: [Batch]

    public var totalMM: Int { batches.reduce(0) { $0 + $1.lengthMM } }
}
