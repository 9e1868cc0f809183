/// Which box types to stock for a history of orders.
///
/// Types are dropped one at a time, each time the one that the orders miss least. An order that does not use
/// a type is packed as before without it, so only the orders that use it are packed again.
public struct BoxRange: Sendable {
    /// What a set of box types made of all orders.
    public struct Total: Hashable, Sendable {
        public internal(set) var unpackedPieces = 0
        public internal(set) var parcels = 0
        /// In 1/10,000 of the money unit, or mm³ of inner volume where not every type has a cost.
        public internal(set) var cost = 0
        public internal(set) var volumeMM3 = 0

        var value: Value { Value(unpacked: unpackedPieces, parcels: parcels, cost: cost, volume: volumeMM3) }
    }

    /// One step of the advice.
    public struct Step: Hashable, Sendable {
        /// Nil in the first, where every candidate is kept.
        public let dropped: String?
        public let kept: [String]
        public let total: Total
    }

    private let orders: [[Item]]
    private let candidates: [BoxType]
    private let rules: PackingRules
    private let effort: Int
    private let seed: UInt64

    /// - Parameter effort: places looked at for one order; advice needs less than packing does.
    public init(
        orders: [[Item]], candidates: [BoxType], rules: PackingRules = PackingRules(), effort: Int = 100_000,
        seed: UInt64 = 1
    ) {
        self.orders = orders
        self.candidates = candidates
        self.rules = rules
        self.effort = effort
        self.seed = seed
    }

    /// The steps from all candidates down to `keep` of them; the last is the advice.
    ///
    /// - Parameter progress: told how many of how many types have been weighed.
    /// - Throws: ``PackingError`` where `keep`, a box or an item is out of range.
    /// - Complexity: about (candidates - keep) × orders packings.
    public func steps(keep: Int, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) throws(PackingError)
        -> [Step]
    {
        guard (1...max(1, candidates.count)).contains(keep) else {
            throw .rules(field: "keep", problem: "is \(keep); keep 1 to \(candidates.count) types")
        }
        var kept = candidates
        var packings = try packings(of: Array(orders.indices), with: kept)
        var steps = [Step(dropped: nil, kept: kept.map(\.id), total: total(packings))]
        let all = (keep..<candidates.count).reduce(0) { $0 + $1 + 1 }
        var done = 0
        while kept.count > keep {
            var best: (index: Int, packings: [Packing], total: Total)?
            for index in kept.indices {
                let next = try repacked(without: index, of: kept, before: packings)
                let nextTotal = total(next)
                if best.map({ nextTotal.value < $0.total.value }) ?? true { best = (index, next, nextTotal) }
                done += 1
                progress(done, all)
            }
            guard let best else { break }
            let dropped = kept.remove(at: best.index)
            packings = best.packings
            steps.append(Step(dropped: dropped.id, kept: kept.map(\.id), total: best.total))
        }
        return steps
    }

    private func repacked(without index: Int, of kept: [BoxType], before: [Packing]) throws(PackingError)
        -> [Packing]
    {
        var boxes = kept
        let dropped = boxes.remove(at: index).id
        let affected = orders.indices.filter { before[$0].parcels.contains { $0.boxID == dropped } }
        var after = before
        for (order, packing) in zip(affected, try packings(of: affected, with: boxes)) { after[order] = packing }
        return after
    }

    private func packings(of indices: [Int], with boxes: [BoxType]) throws(PackingError) -> [Packing] {
        let cartonizer = try Cartonizer(boxes: boxes, rules: rules, effort: effort, seed: seed)
        var packings: [Packing] = []
        for index in indices { packings.append(try cartonizer.pack(orders[index])) }
        return packings
    }

    private func total(_ packings: [Packing]) -> Total {
        let judge = Judge(boxes: candidates, profile: .fewestParcels)
        let indexOfID = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1.id, $0) })
        var total = Total()
        for packing in packings {
            total.unpackedPieces += packing.unpacked.reduce(0) { $0 + $1.quantity }
            total.parcels += packing.parcels.count
            for parcel in packing.parcels {
                guard let box = indexOfID[parcel.boxID] else { continue }
                total.cost += judge.cost(box: box, contentsG: 0)
                total.volumeMM3 += candidates[box].inner.volumeMM3
            }
        }
        return total
    }
}
