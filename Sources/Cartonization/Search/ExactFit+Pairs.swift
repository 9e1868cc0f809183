/// Proofs that two boxes cannot be exchanged for two cheaper ones.
extension PackingSearch {
    /// Whether it is proven that no two boxes of less value than `value` hold `counts`, which no single box does.
    /// Where prices depend on weight nothing is proven.
    func excludesPairs(below value: Value, _ counts: [Int]) -> Bool {
        let limits = parameters.pairs
        let pieces = counts.reduce(0, +)
        guard judge.freight == nil, !tables.hasNests, pieces <= ExactFit.piecesMax, !isCut else {
            return false
        }
        guard effort >= limits.partingsMax else { return false }
        var left = ProofWork(
            partings: limits.partingsMax, measured: limits.measuredMax, nodes: limits.nodesMax)
        for first in 0..<tables.boxCount {
            for second in first..<tables.boxCount {
                let pair = judge.value(box: first, contentsG: 0) + judge.value(box: second, contentsG: 0)
                guard pair < value else { continue }
                let none = [Int](repeating: 0, count: counts.count)
                if !excludes(first, second, none, counts, from: 0, &left) { return false }
            }
        }
        return true
    }

    /// What may still be tried.
    private struct ProofWork {
        var partings, measured, nodes: Int
    }

    /// Every way to part the kinds from `kind` on between a box that holds `some` and one that holds `others`.
    private func excludes(
        _ first: Int, _ second: Int, _ some: [Int], _ others: [Int], from kind: Int, _ left: inout ProofWork
    ) -> Bool {
        guard kind < some.count else {
            left.partings -= 1
            if left.partings < 0 { return false }
            return excludes(some, box: first, &left, orElse: others, box: second)
        }
        // What the first holds only grows.
        guard volume(some) <= tables.boxes[first].volume else { return true }
        var (some, others) = (some, others)
        let total = others[kind]
        for _ in 0...total {
            if !excludes(first, second, some, others, from: kind + 1, &left) { return false }
            some[kind] += 1
            others[kind] -= 1
            if !tables.fits(kind: kind, box: first) { break }
        }
        return true
    }

    private func excludes(
        _ some: [Int], box first: Int, _ left: inout ProofWork, orElse others: [Int], box second: Int
    ) -> Bool {
        if !mayHold(some, box: first) || !mayHold(others, box: second) { return true }
        // One box alone has been excluded before.
        if some.allSatisfy({ $0 == 0 }) || others.allSatisfy({ $0 == 0 }) { return true }
        // A part with more contents is excluded more often.
        let parts = [(some, first), (others, second)].sorted { volume($0.0) > volume($1.0) }
        for (part, box) in parts {
            left.measured -= 1
            if left.measured < 0 { return false }
            if ConservativeScales(tables: tables, box: box, counts: part).exclude(part) { return true }
        }
        for (part, box) in parts {
            var fit = exactFit(part, box: box, nodes: left.nodes)
            defer { left.nodes = fit.nodesLeft }
            if fit.answer() == .doesNotFit { return true }
        }
        return false
    }
}
