/// Greedy insertion of bins, then local search over lines, each candidate valued by the length of the walk;
/// choices that cannot be improved are disturbed and improved again.
struct ChoiceSearch {
    /// Lines whose bins one disturbance draws anew.
    private static let linesPerDisturbance = 1...3

    private struct Choice {
        /// By line: indices into its candidates.
        var chosen: [[Int]]
        /// How many chosen candidates share each place.
        var uses: [Int: Int] = [:]
        var places: PlaceSet
        var lengthMM = 0
    }

    private let lines: [PickLine]
    private let measure: WalkMeasure
    /// By line and candidate: the bit of its place.
    private let bits: [[Int]]
    private var choice: Choice

    var chosen: [[Int]] { choice.chosen }

    init(_ lines: [PickLine], measure: WalkMeasure) {
        self.lines = lines
        self.measure = measure
        bits = lines.map { $0.candidates.map { measure.bit(of: $0.place) } }
        choice = Choice(chosen: lines.map { _ in [] }, places: PlaceSet(wordCount: measure.wordCount))
        // Lines with the least choice first: the others can settle near them.
        for line in lines.indices.sorted(by: {
            (lines[$0].candidates.count, $0) < (lines[$1].candidates.count, $1)
        }) {
            fill(line)
        }
    }

    mutating func run(disturbances: Int, seed: UInt64) {
        let open = lines.indices.filter { lines[$0].candidates.count > 1 }
        guard !open.isEmpty else { return }
        settle(open)
        var random = SplitMix64(seed: seed)
        for _ in 0..<disturbances {
            let before = choice
            let count =
                Self.linesPerDisturbance.lowerBound + random.next(below: Self.linesPerDisturbance.count)
            for _ in 0..<count { redraw(open[random.next(below: open.count)], &random) }
            choice.lengthMM = measure.lengthMM(of: choice.places)
            settle(open)
            if choice.lengthMM > before.lengthMM { choice = before }
        }
    }

    /// Chooses each line's bins anew as long as that shortens the walk.
    private mutating func settle(_ open: [Int]) {
        var unchanged = 0
        var next = 0
        while unchanged < open.count {
            let before = choice
            let line = open[next]
            next = next + 1 < open.count ? next + 1 : 0
            empty(line)
            fill(line)
            if choice.lengthMM < before.lengthMM {
                unchanged = 0
            } else {
                choice = before
                unchanged += 1
            }
        }
    }

    /// Adds bins to a line, always the one that lengthens the walk least for what it gives, until it is full.
    private mutating func fill(_ line: Int) {
        choice.lengthMM = measure.lengthMM(of: choice.places)
        var rest = lines[line].quantity
        while rest > 0 {
            var best: (candidate: Int, detour: Int, gives: Int)?
            for (candidate, offer) in lines[line].candidates.enumerated()
            where offer.available > 0 && !choice.chosen[line].contains(candidate) {
                let detour = detour(to: bits[line][candidate])
                let gives = min(rest, offer.available)
                if let known = best, detour * known.gives >= known.detour * gives,
                    detour * known.gives > known.detour * gives || gives <= known.gives
                {
                    continue
                }
                best = (candidate, detour, gives)
            }
            guard let best else { return }
            choose(best.candidate, of: line)
            choice.lengthMM += best.detour
            rest -= best.gives
        }
        dropNeedless(of: line)
    }

    private func detour(to bit: Int) -> Int {
        if choice.places.contains(bit) { return 0 }
        var places = choice.places
        places.insert(bit)
        return measure.lengthMM(of: places) - choice.lengthMM
    }

    /// Takes back bins that others, chosen later, have made needless.
    private mutating func dropNeedless(of line: Int) {
        for candidate in choice.chosen[line] where choice.chosen[line].count > 1 {
            let others = choice.chosen[line].filter { $0 != candidate }
            let covered = others.reduce(0) { $0 + lines[line].candidates[$1].available }
            if covered >= lines[line].quantity {
                release(candidate, of: line)
                choice.lengthMM = measure.lengthMM(of: choice.places)
            }
        }
    }

    private mutating func redraw(_ line: Int, _ random: inout SplitMix64) {
        empty(line)
        var rest = lines[line].quantity
        var left = lines[line].candidates.indices.filter { lines[line].candidates[$0].available > 0 }
        while rest > 0, !left.isEmpty {
            let candidate = left.remove(at: random.next(below: left.count))
            choose(candidate, of: line)
            rest -= lines[line].candidates[candidate].available
        }
    }

    private mutating func empty(_ line: Int) {
        for candidate in choice.chosen[line] { release(candidate, of: line) }
    }

    private mutating func choose(_ candidate: Int, of line: Int) {
        let bit = bits[line][candidate]
        choice.chosen[line].append(candidate)
        choice.uses[bit, default: 0] += 1
        choice.places.insert(bit)
    }

    private mutating func release(_ candidate: Int, of line: Int) {
        let bit = bits[line][candidate]
        choice.chosen[line].removeAll { $0 == candidate }
        choice.uses[bit, default: 1] -= 1
        if choice.uses[bit] == 0 { choice.places.remove(bit) }
    }
}
