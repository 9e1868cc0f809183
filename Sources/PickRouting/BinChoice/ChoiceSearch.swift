/// Greedy insertion of bins, then local search over lines, each candidate measured by the length of the walk;
/// choices that cannot be improved are perturbed and improved again.
struct ChoiceSearch {
    let parameters: Parameters
    let lines: [PickLine]
    let lengths: any ChoiceLengths
    /// By line and candidate: the number of its place.
    let numbers: [[Int]]
    /// Lines that ask for something and have more candidates than one.
    let open: [Int]
    /// When so much work is done, lines are filled without measuring their bins, and nothing is searched any
    /// more.
    private let workMax: Int
    /// By line: indices into its candidates.
    private(set) var chosen: [[Int]]
    /// By line: the pieces in the chosen candidates.
    private(set) var held: [Int]
    /// By line and candidate.
    private var isChosen: [[Bool]]
    /// By place: how many chosen candidates share it.
    private var uses: [Int]
    private(set) var lengthMM = 0
    /// Work done beside the lengths: a unit for each candidate read.
    var handled = 0
    private var offers: [BinOffer] = []

    var work: Int { lengths.work + handled }

    /// - Parameters:
    ///   - numbers: by line and candidate, the number of its place in `lengths`.
    ///   - workMax: see ``work``.
    init(
        _ lines: [PickLine], numbers: [[Int]], lengths: any ChoiceLengths, workMax: Int,
        parameters: Parameters = Parameters()
    ) {
        self.parameters = parameters
        self.lines = lines
        self.lengths = lengths
        self.numbers = numbers
        self.workMax = workMax
        open = lines.indices.filter { lines[$0].quantity > 0 && lines[$0].candidates.count > 1 }
        chosen = lines.map { _ in [] }
        held = lines.map { _ in 0 }
        isChosen = lines.map { $0.candidates.map { _ in false } }
        uses = Array(repeating: 0, count: 1 + (numbers.joined().max() ?? 0))
        // Lines with the least choice first: the others can be filled near them.
        for line in lines.indices.sorted(by: {
            (lines[$0].candidates.count, $0) < (lines[$1].candidates.count, $1)
        }) {
            fill(line)
        }
        lengthMM = lengths.lengthMM
    }

    /// Goes to another choice; lines that it leaves short are filled.
    mutating func adopt(_ other: [[Int]]) {
        for line in lines.indices where chosen[line] != other[line] { replace(line, with: other[line]) }
        for line in lines.indices { fill(line) }
        lengthMM = lengths.lengthMM
    }

    /// Chooses each line's bins anew as long as that shortens the walk.
    mutating func improve() {
        lengthMM = lengths.lengthMM
        var unchanged = 0
        var next = 0
        while unchanged < open.count, work < workMax {
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

    mutating func replace(_ line: Int, with candidates: [Int]) {
        for candidate in chosen[line] { release(candidate, of: line) }
        chosen[line].removeAll(keepingCapacity: true)
        for candidate in candidates { choose(candidate, of: line) }
    }

    /// Returns to a choice whose length is known.
    mutating func restore(_ other: [[Int]], lengthMM otherMM: Int) {
        for line in open where chosen[line] != other[line] { replace(line, with: other[line]) }
        lengthMM = otherMM
    }

    mutating func choose(_ candidate: Int, of line: Int) {
        let number = numbers[line][candidate]
        chosen[line].append(candidate)
        isChosen[line][candidate] = true
        held[line] += lines[line].candidates[candidate].available
        uses[number] += 1
        if uses[number] == 1 { lengths.insert(number) }
    }

    /// Uncounts a bin that is about to leave `chosen`.
    private mutating func release(_ candidate: Int, of line: Int) {
        let number = numbers[line][candidate]
        isChosen[line][candidate] = false
        held[line] -= lines[line].candidates[candidate].available
        uses[number] -= 1
        assert(uses[number] >= 0 && held[line] >= 0, "a bin is released that was not chosen")
        if uses[number] == 0 { lengths.remove(number) }
    }
}

// MARK: Filling a line

/// What a bin would give a line, and what it would cost.
private struct BinOffer {
    let candidate: Int
    let gives: Int
    let detourPerPiece: Double

    /// The cheaper for what it gives, of equally cheap ones the one that gives more.
    static func < (left: BinOffer, right: BinOffer) -> Bool {
        (left.detourPerPiece, -left.gives, left.candidate) < (
            right.detourPerPiece, -right.gives, right.candidate
        )
    }
}

extension ChoiceSearch {
    /// Adds bins to a line, always those that lengthen the walk least for what they give, until it is full.
    ///
    /// - Parameter avoided: regions to keep out of where the line can be filled without them.
    mutating func fill(_ line: Int, avoiding avoided: Range<Int> = 0..<0) {
        let quantity = lines[line].quantity
        let perRound = 1 + lines[line].candidates.count / parameters.fillRoundsMax
        while held[line] < quantity {
            guard measureOffers(line, avoiding: avoided) else { return fillUnmeasured(line) }
            if offers.isEmpty { return avoided.isEmpty ? () : fill(line) }
            if perRound == 1, let best = offers.min(by: <) {
                choose(best.candidate, of: line)
            } else {
                offers.sort(by: <)
                for offer in offers.prefix(perRound) where held[line] < quantity {
                    choose(offer.candidate, of: line)
                }
            }
        }
        dropNeedless(of: line)
    }

    /// Measures all bins that might be added to a line next; false where the work is spent before.
    private mutating func measureOffers(_ line: Int, avoiding avoided: Range<Int>) -> Bool {
        offers.removeAll(keepingCapacity: true)
        let rest = lines[line].quantity - held[line]
        handled += lines[line].candidates.count
        for (candidate, offer) in lines[line].candidates.enumerated()
        where offer.available > 0 && !isChosen[line][candidate] {
            let number = numbers[line][candidate]
            if !avoided.isEmpty, avoided ~= lengths.region(of: number) { continue }
            if work >= workMax { return false }
            let gives = min(rest, offer.available)
            offers.append(
                BinOffer(
                    candidate: candidate, gives: gives,
                    detourPerPiece: Double(lengths.detourMM(to: number)) / Double(gives)))
        }
        return true
    }

    /// Fills a line from places that are visited anyway, then from the bins that give most.
    private mutating func fillUnmeasured(_ line: Int) {
        let rest = lines[line].quantity - held[line]
        let left = lines[line].candidates.indices.filter {
            lines[line].candidates[$0].available > 0 && !isChosen[line][$0]
        }
        let order = left.map { candidate in
            let number = numbers[line][candidate]
            return (
                isNew: uses[number] > 0 ? 0 : 1,
                gives: min(rest, lines[line].candidates[candidate].available),
                number: number, candidate: candidate
            )
        }.sorted {
            ($0.isNew, -$0.gives, $0.number, $0.candidate) < ($1.isNew, -$1.gives, $1.number, $1.candidate)
        }
        for next in order where held[line] < lines[line].quantity { choose(next.candidate, of: line) }
        dropNeedless(of: line)
    }

    /// Removes bins that others, chosen later, have made needless.
    private mutating func dropNeedless(of line: Int) {
        var kept: [Int] = []
        for (place, candidate) in chosen[line].enumerated() {
            let isOnly = kept.isEmpty && place == chosen[line].count - 1
            if !isOnly, held[line] - lines[line].candidates[candidate].available >= lines[line].quantity {
                release(candidate, of: line)
            } else {
                kept.append(candidate)
            }
        }
        if kept.count < chosen[line].count { chosen[line] = kept }
    }
}
