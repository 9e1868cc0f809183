/// All pieces in one box: the cheapest type in which a place is found for each.
extension PackingSearch {
    /// - Parameter effortEnd: the work at which the search for a cheaper type stops.
    /// - Returns: the parcel, and whether no cheaper type can hold the pieces.
    func singleBox(_ counts: [Int], effortEnd: Int) -> (parcel: DraftParcel, isOptimal: Bool)? {
        var open: [Int] = []
        var found: DraftParcel?
        for box in judge.ranked(contentsG: weightG(counts)) where supply[box] > 0 && mayHold(counts, box: box) {
            found = packQuickly(counts, into: box)
            if found != nil { break }
            open.append(box)
        }
        // Nothing comes after one box that holds all: the rest of the effort may go into a cheaper one.
        let effortEnd = found != nil && effortEnd > work ? effort : effortEnd
        for (index, box) in open.enumerated() {
            let share = max(0, effortEnd - work) / (open.count - index)
            if let parcel = packThoroughly(counts, into: box, effortEnd: work + share) {
                return (parcel, index == 0)
            }
        }
        return found.map { ($0, open.isEmpty) }
    }

    /// A few orders and scores, and no more.
    func packQuickly(_ counts: [Int], into box: Int) -> DraftParcel? {
        let fill = pool.take(box: box)
        defer { pool.giveBack(fill) }
        var rest: [Int] = []
        for order in PieceOrder.allCases {
            let sequence = sequence(counts, by: order)
            for score in PlaceScore.allCases {
                fill.pointee.open(box)
                fill.pointee.leastEdge = sequence.leastEdge(from: 0)
                if fill.pointee.fill(sequence, by: score, stopsAtFirst: true, rest: &rest, work: &work) {
                    return DraftParcel(fill.pointee)
                }
                if !hasEffort { return nil }
            }
        }
        return nil
    }

    /// Blocks sawn from the box, then changed orders until the effort is spent.
    func packThoroughly(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        let blocksEnd = work + (effortEnd - work) / 2
        if let parcel = packByBlocks(counts, into: box, effortEnd: blocksEnd) { return parcel }
        return packByChangedOrders(counts, into: box, effortEnd: effortEnd)
    }

    private func packByBlocks(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        guard !tables.hasNests, var builder = BlockBuilder(counts, tables: tables, box: box) else { return nil }
        for width in Self.blockWidths where hasEffort && work < effortEnd {
            let parcel = builder.build(width: width, work: &work, effort: effortEnd, fuse: fuse) { pieces in
                self.settled(pieces, in: box)
            }
            if let parcel { return parcel }
        }
        return nil
    }

    private static let blockWidths = [16, 64, 256, 1_024]

    /// The pieces lowered onto what is below them, if they stand there by all rules.
    private func settled(_ pieces: [DraftPiece], in box: Int) -> DraftParcel? {
        let fill = pool.take(box: box)
        defer { pool.giveBack(fill) }
        for piece in PackSequence.sorted(pieces) {
            var place = piece.place
            let height = place.z1 - place.z0
            place.z0 = 0
            for index in 0..<fill.pointee.placedCount {
                let under = fill.pointee.placed[index].place
                if under.planOverlap(place) > 0 { place.z0 = max(place.z0, under.z1) }
            }
            place.z1 = place.z0 + height
            guard fill.pointee.canStand(piece.kind, at: place) else { return nil }
            fill.pointee.place(piece.kind, at: place)
        }
        return DraftParcel(fill.pointee)
    }

    /// Moves pieces that found no place to the front, swaps others, and keeps what fills the box no worse.
    private func packByChangedOrders(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        let fill = pool.take(box: box)
        defer { pool.giveBack(fill) }
        var current = sequence(counts, by: .volume)
        var currentScore = PlaceScore.farFromCorner
        var currentVolume: Int64 = -1
        var currentRest: [Int] = []
        var rest: [Int] = []
        while hasEffort && work < effortEnd {
            var next = current
            var score = currentScore
            if currentVolume >= 0 {
                next.rearrange({ change(&$0, rest: currentRest) }, leastEdgesOfKind: leastEdgesOfKind)
                if random.below(4) == 0 { score = PlaceScore.allCases[random.below(PlaceScore.allCases.count)] }
            }
            fill.pointee.open(box)
            fill.pointee.leastEdge = next.leastEdge(from: 0)
            if fill.pointee.fill(next, by: score, stopsAtFirst: false, rest: &rest, work: &work) {
                return DraftParcel(fill.pointee)
            }
            if fill.pointee.usedVolume >= currentVolume {
                (current, currentScore, currentVolume) = (next, score, fill.pointee.usedVolume)
                swap(&currentRest, &rest)
            }
            work += 10 * next.count
        }
        return nil
    }

    private func change(_ kinds: inout [Int32], rest: [Int]) {
        if !rest.isEmpty {
            let from = rest[random.below(rest.count)]
            let piece = kinds.remove(at: from)
            kinds.insert(piece, at: random.below(from + 1))
        }
        if kinds.count > 1 && random.below(2) == 0 {
            kinds.swapAt(random.below(kinds.count), random.below(kinds.count))
        }
    }
}
