/// Which box types to stock for a history of orders.
///
/// Types are dropped one at a time, each time the one that the orders miss least. An order that does not use
/// a type is packed as before without it, so only the orders that use it are packed again.
public struct BoxRange: Sendable {
    /// One step of the advice.
    public struct Step: Hashable, Sendable {
        /// Nil in the first, where every candidate is kept.
        public let dropped: String?
        public let kept: [String]
        public let totals: Totals
    }

    /// How far the advice has come: first every order is packed, then every type is weighed.
    public enum Progress: Hashable, Sendable {
        case packed(orders: Int, of: Int)
        case weighed(types: Int, of: Int)
    }

    private let orders: [[Item]]
    private let candidates: [BoxType]
    private let rules: PackingRules
    private let profile: ObjectiveProfile
    private let freight: FreightTable?
    private let effort: Int
    private let seed: UInt64

    /// - Parameter effort: places tried for one order; advice needs less than packing does.
    public init(
        orders: [[Item]], candidates: [BoxType], rules: PackingRules = PackingRules(),
        profile: ObjectiveProfile = .fewestParcels, freight: FreightTable? = nil, effort: Int = 100_000,
        seed: UInt64 = 1
    ) {
        self.orders = orders
        self.candidates = candidates
        self.rules = rules
        self.profile = profile
        self.freight = freight
        self.effort = effort
        self.seed = seed
    }

    /// The steps from all candidates down to `keep` of them; the last is the advice.
    ///
    /// - Throws: ``PackingError`` where `keep`, a box or an item is out of range, or there is no order.
    /// - Complexity: about (candidates - keep) × orders packings.
    public func steps(keep: Int, progress: (Progress) -> Void = { _ in }) throws(PackingError) -> [Step] {
        guard (1...max(1, candidates.count)).contains(keep) else {
            throw .rules(field: "keep", problem: "is \(keep); keep 1 to \(candidates.count) types")
        }
        if orders.isEmpty {
            throw .malformed(field: "the history", problem: "has no order; give at least one")
        }
        var kept = candidates
        var answers = try self.answers(to: Array(orders.indices), with: kept) { done in
            progress(.packed(orders: done, of: orders.count))
        }
        var steps = [Step(dropped: nil, kept: kept.map(\.id), totals: sum(answers))]
        let all = (keep..<candidates.count).reduce(0) { $0 + $1 + 1 }
        var done = 0
        while kept.count > keep {
            var best: (index: Int, answers: [Answer], totals: Totals)?
            for index in kept.indices {
                let next = try self.answers(without: index, of: kept, before: answers)
                let totals = sum(next)
                if best.map({ totals.value(by: profile) < $0.totals.value(by: profile) }) ?? true {
                    best = (index, next, totals)
                }
                done += 1
                progress(.weighed(types: done, of: all))
            }
            guard let best else { break }
            let dropped = kept.remove(at: best.index)
            answers = best.answers
            steps.append(Step(dropped: dropped.id, kept: kept.map(\.id), totals: best.totals))
        }
        return steps
    }

    /// What an order's packing came to, and the types it used.
    private struct Answer {
        let totals: Totals
        let used: Set<String>
    }

    private func answers(without index: Int, of kept: [BoxType], before: [Answer]) throws(PackingError)
        -> [Answer]
    {
        var boxes = kept
        let dropped = boxes.remove(at: index).id
        let affected = orders.indices.filter { before[$0].used.contains(dropped) }
        var after = before
        for (order, answer) in zip(affected, try answers(to: affected, with: boxes)) { after[order] = answer }
        return after
    }

    private func answers(to indices: [Int], with boxes: [BoxType], packed: (_ done: Int) -> Void = { _ in })
        throws(PackingError) -> [Answer]
    {
        let cartonizer = try Cartonizer(
            boxes: boxes, rules: rules, profile: profile, freight: freight, effort: effort, seed: seed)
        var answers: [Answer] = []
        for index in indices {
            let packing = try cartonizer.pack(orders[index])
            answers.append(
                Answer(totals: cartonizer.totals(of: packing), used: Set(packing.parcels.map(\.boxID))))
            packed(answers.count)
        }
        return answers
    }

    private func sum(_ answers: [Answer]) -> Totals {
        guard var totals = answers.first?.totals else { return Totals() }
        for answer in answers.dropFirst() { totals += answer.totals }
        return totals
    }
}
