extension PackingSearch {
    /// The whole search: what fits no box stays behind, what ships alone goes alone, the rest together.
    func solve() -> Draft {
        var counts = question.counts
        var draft = Draft()
        for kind in counts.indices {
            if let reason = whyNever(kind) {
                draft.leftOver[kind] = reason
                draft.leftOverCounts[kind] = counts[kind]
                counts[kind] = 0
            }
        }
        packAlone(&counts, into: &draft)
        guard counts.contains(where: { $0 > 0 }) else { return draft }
        if let (parcel, isOptimal) = singleBox(counts, effortEnd: effort / 2) {
            draft.parcels.append(parcel)
            draft.lowerBound += 1
            draft.isOptimal = isOptimal && draft.parcels.count == 1
            return draft
        }
        let (parcels, left) = manyBoxes(counts)
        draft.parcels += parcels
        for (kind, count) in left.enumerated() where count > 0 {
            draft.leftOver[kind] = .noBoxLeft
            draft.leftOverCounts[kind] = count
        }
        draft.lowerBound = max(1, draft.lowerBound)
        return draft
    }

    private func whyNever(_ kind: Int) -> UnpackedItem.Reason? {
        let fitting = (0..<tables.boxCount).filter { tables.fits(kind: kind, box: $0) }
        if fitting.isEmpty { return .tooLarge }
        let weightG = question.kinds[kind].weightG
        return fitting.allSatisfy { tables.boxes[$0].payloadG < weightG } ? .tooHeavy : nil
    }

    /// Pieces with a box of their own: each in the cheapest that is left.
    private func packAlone(_ counts: inout [Int], into draft: inout Draft) {
        for kind in counts.indices where question.kinds[kind].hasOwnBox {
            var single = [Int](repeating: 0, count: counts.count)
            single[kind] = 1
            while counts[kind] > 0, let (parcel, _) = singleBox(single, effortEnd: work) {
                supply[parcel.box] -= 1
                counts[kind] -= 1
                draft.parcels.append(parcel)
                draft.lowerBound += 1
            }
            if counts[kind] > 0 {
                draft.leftOver[kind] = .noBoxLeft
                draft.leftOverCounts[kind] = counts[kind]
                counts[kind] = 0
            }
        }
    }
}
