internal import Common

/// Random changes to a choice that no single line can improve: other bins for a few lines, whole aisles left or
/// sought by all lines at once.
extension ChoiceSearch {
    /// Perturbs the choice and improves it again, and continues from there unless it is much longer than the
    /// best; leaves the best.
    ///
    /// - Parameter workMax: no perturbation begins when so much work is done.
    mutating func perturb(until workMax: Int, seed: UInt64) {
        guard !open.isEmpty else { return }
        var random = SplitMix64(seed: seed)
        var best = (chosen: chosen, lengthMM: lengthMM)
        let allWork = max(1, workMax - work)
        let candidates = lines.reduce(0) { $0 + $1.candidates.count }
        while work < workMax {
            handled += 1 + candidates / parameters.binsPerWork
            let (before, beforeMM) = (chosen, lengthMM)
            perturb(&random)
            improve()
            if lengthMM < best.lengthMM { best = (chosen, lengthMM) }
            let slackMM = best.lengthMM / parameters.slackParts * max(0, workMax - work) / allWork
            if lengthMM > max(beforeMM, best.lengthMM + slackMM) { restore(before, lengthMM: beforeMM) }
        }
        restore(best.chosen, lengthMM: best.lengthMM)
    }

    private mutating func perturb(_ random: inout SplitMix64) {
        let line = open[random.next(below: open.count)]
        switch random.next(below: 3) {
        case 0:
            let others = random.next(below: parameters.redrawnLinesMax)
            redraw(line, &random)
            for _ in 0..<others { redraw(open[random.next(below: open.count)], &random) }
        case 1:
            guard !chosen[line].isEmpty else { return }
            let bin = chosen[line][random.next(below: chosen[line].count)]
            let count = 1 + random.next(below: 1 + random.next(below: parameters.leftRegionsMax))
            let first = lengths.region(of: numbers[line][bin]) - random.next(below: count)
            leave(first..<(first + count), &random)
        default:
            seek(lengths.region(of: numbers[line][random.next(below: numbers[line].count)]))
        }
    }

    private mutating func redraw(_ line: Int, _ random: inout SplitMix64) {
        replace(line, with: [])
        var rest = lines[line].quantity
        var left = lines[line].candidates.indices.filter { lines[line].candidates[$0].available > 0 }
        while rest > 0, !left.isEmpty {
            handled += left.count / parameters.binsPerWork
            let candidate = left.remove(at: random.next(below: left.count))
            choose(candidate, of: line)
            rest -= lines[line].candidates[candidate].available
        }
    }

    /// Fills all lines that have a bin in these regions from elsewhere, where that is possible.
    private mutating func leave(_ regions: Range<Int>, _ random: inout SplitMix64) {
        var touched = open.filter { line in
            chosen[line].contains { regions ~= lengths.region(of: numbers[line][$0]) }
        }
        for line in touched { replace(line, with: []) }
        while !touched.isEmpty {
            fill(touched.remove(at: random.next(below: touched.count)), avoiding: regions)
        }
    }

    /// Fills all lines from the region as far as it goes, the rest from where it came before.
    private mutating func seek(_ region: Int) {
        for line in open {
            let here = numbers[line].indices.filter {
                lines[line].candidates[$0].available > 0 && lengths.region(of: numbers[line][$0]) == region
            }
            if here.isEmpty { continue }
            let others = chosen[line].filter { lengths.region(of: numbers[line][$0]) != region }
            replace(line, with: [])
            for candidate in here + others
            where held[line] < lines[line].quantity { choose(candidate, of: line) }
        }
    }
}
