/// Greedy insertion of bins, then local search over lines, each candidate valued by the length of the walk;
/// choices that cannot be improved are disturbed and improved again.
struct ChoiceSearch {
    let lines: [PickLine]
    let lengths: any ChoiceLengths
    /// By line and candidate: the number of its place.
    let numbers: [[Int]]
    /// Lines that have more candidates than one.
    let open: [Int]
    /// By line: indices into its candidates.
    private(set) var chosen: [[Int]]
    /// By place: how many chosen candidates share it.
    private var uses: [Int]
    private(set) var lengthMM = 0

    init(_ lines: [PickLine], numbers: [[Int]], lengths: any ChoiceLengths) {
        self.lines = lines
        self.lengths = lengths
        self.numbers = numbers
        open = lines.indices.filter { lines[$0].candidates.count > 1 }
        chosen = lines.map { _ in [] }
        uses = Array(repeating: 0, count: 1 + (numbers.joined().max() ?? 0))
        // Lines with the least choice first: the others can settle near them.
        for line in lines.indices.sorted(by: {
            (lines[$0].candidates.count, $0) < (lines[$1].candidates.count, $1)
        }) {
            fill(line)
        }
        lengthMM = lengths.lengthMM
    }

    /// Takes up another choice; lines that it leaves short are filled.
    mutating func takeUp(_ other: [[Int]]) {
        for line in lines.indices where chosen[line] != other[line] { replace(line, with: other[line]) }
        for line in lines.indices { fill(line) }
        lengthMM = lengths.lengthMM
    }

    /// Chooses each line's bins anew as long as that shortens the walk.
    mutating func settle() {
        lengthMM = lengths.lengthMM
        var unchanged = 0
        var next = 0
        while unchanged < open.count {
            let line = open[next]
            next = next + 1 < open.count ? next + 1 : 0
            let before = chosen[line]
            replace(line, with: [])
            fill(line)
            let length = chosen[line] == before ? lengthMM : lengths.lengthMM
            if length < lengthMM {
                lengthMM = length
                unchanged = 0
            } else {
                if chosen[line] != before { replace(line, with: before) }
                unchanged += 1
            }
        }
    }

    /// Adds bins to a line, always the one that lengthens the walk least for what it gives, until it is full.
    ///
    /// - Parameter avoided: regions to keep out of where the line can be filled without them.
    mutating func fill(_ line: Int, avoiding avoided: Range<Int> = 0..<0) {
        var rest = lines[line].quantity - offered(by: chosen[line], of: line)
        while rest > 0 {
            var best: (candidate: Int, detour: Int, gives: Int)?
            for (candidate, offer) in lines[line].candidates.enumerated()
            where offer.available > 0 && !chosen[line].contains(candidate) {
                let number = numbers[line][candidate]
                if !avoided.isEmpty, avoided ~= lengths.region(of: number) { continue }
                let detour = lengths.detourMM(to: number)
                let gives = min(rest, offer.available)
                if let known = best, detour * known.gives >= known.detour * gives,
                    detour * known.gives > known.detour * gives || gives <= known.gives
                {
                    continue
                }
                best = (candidate, detour, gives)
            }
            guard let best else { return avoided.isEmpty ? () : fill(line) }
            choose(best.candidate, of: line)
            rest -= best.gives
        }
        dropNeedless(of: line)
    }

    func offered(by candidates: [Int], of line: Int) -> Int {
        candidates.reduce(0) { $0 + lines[line].candidates[$1].available }
    }

    /// Takes back bins that others, chosen later, have made needless.
    private mutating func dropNeedless(of line: Int) {
        for candidate in chosen[line] where chosen[line].count > 1 {
            if offered(by: chosen[line].filter { $0 != candidate }, of: line) >= lines[line].quantity {
                release(candidate, of: line)
            }
        }
    }

    mutating func replace(_ line: Int, with candidates: [Int]) {
        for candidate in chosen[line] { release(candidate, of: line) }
        for candidate in candidates { choose(candidate, of: line) }
    }

    /// Goes back to a choice whose length is known.
    mutating func restore(_ other: [[Int]], lengthMM otherMM: Int) {
        for line in open where chosen[line] != other[line] { replace(line, with: other[line]) }
        lengthMM = otherMM
    }

    mutating func choose(_ candidate: Int, of line: Int) {
        let number = numbers[line][candidate]
        chosen[line].append(candidate)
        uses[number] += 1
        if uses[number] == 1 { lengths.insert(number) }
    }

    private mutating func release(_ candidate: Int, of line: Int) {
        let number = numbers[line][candidate]
        chosen[line].removeAll { $0 == candidate }
        uses[number] -= 1
        if uses[number] == 0 { lengths.remove(number) }
    }
}
