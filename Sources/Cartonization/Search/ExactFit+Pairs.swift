/// Proofs that two boxes cannot be exchanged for two cheaper ones.
extension PackingSearch {
    /// The most ways to part the pieces that are looked at, the most of them by scales, and the most nodes of all
    /// exact searches: each about half a millisecond.
    private static let partingsMax = 2_000
    private static let measuredMax = 12
    private static let pairNodesMax = 80

    /// Whether it is proven that no two boxes of less value than `value` hold `counts`, which no single box does.
    /// Where prices depend on weight nothing is proven.
    func excludesPairs(below value: Value, _ counts: [Int]) -> Bool {
        let pieces = counts.reduce(0, +)
        guard judge.freight == nil, !tables.hasNests, pieces <= ExactFit.piecesMax, !isCut else {
            return false
        }
        guard effort >= Self.partingsMax else { return false }
        var proof = PairProof(
            partings: Self.partingsMax, measured: Self.measuredMax, nodes: Self.pairNodesMax)
        for first in 0..<tables.boxCount {
            for second in first..<tables.boxCount {
                let pair = judge.value(box: first, contentsG: 0) + judge.value(box: second, contentsG: 0)
                guard pair < value else { continue }
                let none = [Int](repeating: 0, count: counts.count)
                if !excludes(first, second, none, counts, from: 0, &proof) { return false }
            }
        }
        return true
    }

    /// What may still be looked at.
    private struct PairProof {
        var partings, measured, nodes: Int
    }

    /// Every way to part the kinds from `kind` on between a box that holds `some` and one that holds `others`.
    private func excludes(
        _ first: Int, _ second: Int, _ some: [Int], _ others: [Int], from kind: Int, _ proof: inout PairProof
    ) -> Bool {
        guard kind < some.count else {
            proof.partings -= 1
            if proof.partings < 0 { return false }
            return excludes(some, box: first, &proof, orElse: others, box: second)
        }
        // What the first holds only grows.
        guard volume(some) <= tables.boxes[first].volume else { return true }
        var (some, others) = (some, others)
        let total = others[kind]
        for _ in 0...total {
            if !excludes(first, second, some, others, from: kind + 1, &proof) { return false }
            some[kind] += 1
            others[kind] -= 1
            if !tables.fits(kind: kind, box: first) { break }
        }
        return true
    }

    private func excludes(
        _ some: [Int], box first: Int, _ proof: inout PairProof, orElse others: [Int], box second: Int
    ) -> Bool {
        if !mayHold(some, box: first) || !mayHold(others, box: second) { return true }
        // One box alone has been excluded before.
        if some.allSatisfy({ $0 == 0 }) || others.allSatisfy({ $0 == 0 }) { return true }
        // More contents are the likelier proof.
        let parts = [(some, first), (others, second)].sorted { volume($0.0) > volume($1.0) }
        for (part, box) in parts {
            proof.measured -= 1
            if proof.measured < 0 { return false }
            if ConservativeScales(tables: tables, box: box, counts: part).exclude(part) { return true }
        }
        for (part, box) in parts {
            var fit = exactFit(part, box: box, nodes: proof.nodes)
            defer { proof.nodes = fit.nodesLeft }
            if fit.answer() == .doesNotFit { return true }
        }
        return false
    }
}
