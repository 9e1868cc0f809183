/// Several boxes, one after the other.
extension PackingSearch {
    func manyBoxes(_ counts: [Int]) -> Draft {
        var draft = Draft()
        var left = counts
        while left.contains(where: { $0 > 0 }), let parcel = fullestParcel(left) {
            supply[parcel.box] -= 1
            for piece in parcel.pieces { left[piece.kind] -= 1 }
            draft.parcels.append(parcel)
        }
        for (kind, count) in left.enumerated() where count > 0 {
            draft.leftOver[kind] = .noBoxLeft
            draft.leftOverCounts[kind] = count
        }
        return draft
    }

    /// The cheapest box that takes all that is left, else the one that takes most.
    private func fullestParcel(_ counts: [Int]) -> DraftParcel? {
        let sequence = sequence(counts, by: .volume)
        let fill = pool.take(box: 0)
        defer { pool.giveBack(fill) }
        var rest: [Int] = []
        var best: DraftParcel?
        var bestVolume: Int64 = 0
        for box in judge.ranked(contentsG: weightG(counts)) where supply[box] > 0 {
            for score in PlaceScore.allCases {
                fill.pointee.open(box)
                fill.pointee.leastEdge = sequence.leastEdge(from: 0)
                if fill.pointee.fill(sequence, by: score, stopsAtFirst: false, rest: &rest, work: &work) {
                    return DraftParcel(fill.pointee)
                }
                if fill.pointee.usedVolume > bestVolume {
                    (best, bestVolume) = (DraftParcel(fill.pointee), fill.pointee.usedVolume)
                }
            }
        }
        return best
    }
}
