/// Where each piece of a parcel goes, in the order in which they are put in.
public struct PackPlan: Sendable, Equatable {
    public struct Piece: Sendable, Equatable {
        public let sku: SKUID
        /// Its left, back and lower corner.
        public let at: PositionMM
        /// As it stands there.
        public let size: SizeMM

        public init(sku: SKUID, at: PositionMM, size: SizeMM) {
            self.sku = sku
            self.at = at
            self.size = size
        }
    }

    public let pieces: [Piece]

    public init(_ pieces: [Piece]) { self.pieces = pieces }

    /// The runs of the whole plan, from its first piece on.
    ///
    /// - Complexity: linear in the pieces.
    public var runs: [PackRun] {
        var runs: [PackRun] = []
        for (index, piece) in pieces.enumerated() {
            if let last = runs.last, last.sku == piece.sku {
                runs[runs.count - 1] = PackRun(sku: last.sku, first: last.first, count: last.count + 1)
            } else {
                runs.append(PackRun(sku: piece.sku, first: index, count: 1))
            }
        }
        return runs
    }
}

/// Pieces of one SKU that follow one another in a plan: one item scan and a count.
public struct PackRun: Sendable, Equatable {
    public let sku: SKUID
    /// The place in the plan of the first of them, from 0.
    public let first: Int
    public let count: Int

    public init(sku: SKUID, first: Int, count: Int) {
        self.sku = sku
        self.first = first
        self.count = count
    }

    /// Their places in the plan.
    public var range: Range<Int> { first..<first + count }
}
