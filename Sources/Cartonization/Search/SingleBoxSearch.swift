/// All pieces in one box: the cheapest type in which a place is found for each.
extension PackingSearch {
    func singleBox(_ counts: [Int]) -> (parcel: DraftParcel, isOptimal: Bool)? {
        var areCheaperImpossible = true
        for box in judge.ranked(contentsG: weightG(counts)) where supply[box] > 0 {
            guard mayHold(counts, box: box) else { continue }
            if let parcel = pack(counts, into: box) { return (parcel, areCheaperImpossible) }
            areCheaperImpossible = false
        }
        return nil
    }

    /// Whether no simple count forbids that one box of type `box` holds all of `counts`.
    func mayHold(_ counts: [Int], box: Int) -> Bool {
        let facts = tables.boxes[box]
        guard weightG(counts) <= facts.payloadG, counts.reduce(0, +) <= facts.itemsMax,
            tables.hasNests || volume(counts) <= facts.volume
        else { return false }
        var groups: UInt64 = 0
        var nevers: UInt64 = 0
        for (kind, count) in counts.enumerated() where count > 0 {
            guard tables.fits(kind: kind, box: box) else { return false }
            if question.kinds[kind].neverBits & groups != 0 || question.kinds[kind].groupBit & nevers != 0 {
                return false
            }
            groups |= question.kinds[kind].groupBit
            nevers |= question.kinds[kind].neverBits
        }
        return true
    }

    func pack(_ counts: [Int], into box: Int) -> DraftParcel? {
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
}
