/// All pieces in one box: the cheapest type in which a place is found for each.
extension PackingSearch {
    /// - Parameter effortEnd: the work at which the search for a cheaper type stops.
    /// - Returns: the parcel, and whether no cheaper type can hold the pieces. Where there is none,
    ///   ``isOneBoxExcluded`` says whether that is proven.
    func singleBox(_ counts: [Int], effortEnd: Int, searchesExactly: Bool = true) -> (
        parcel: DraftParcel, isOptimal: Bool
    )? {
        isOneBoxExcluded = false
        var open: [Int] = []
        // All pieces go into the one box: those that differ only in weight are interchangeable.
        let likenesses = likenesses(counts)
        let boxes = judge.ranked(contentsG: weightG(counts)).filter {
            supply[$0] > 0 && mayHold(counts, box: $0)
        }
        if counts.count > parameters.single.kindsMeasuredMax { work += boxes.count * counts.count }
        let found = firstThatHolds(likenesses, of: boxes, open: &open)
        // Nothing comes after one box that holds all: the rest of the effort may go into a cheaper one.
        let effortEnd = found != nil && effortEnd > work ? effort : effortEnd
        var isCheaperExcluded = true
        for (index, box) in open.enumerated() {
            let share = max(0, effortEnd - work) / (open.count - index)
            if let parcel = packThoroughly(likenesses, into: box, effortEnd: work + share) {
                return (named(parcel, counts), isCheaperExcluded)
            }
            switch searchesExactly ? packExactly(likenesses, into: box) : .open {
            case .packed(let parcel): return (named(parcel, counts), isCheaperExcluded)
            case .excluded: continue
            case .open: isCheaperExcluded = false
            }
        }
        isOneBoxExcluded = found == nil && isCheaperExcluded
        return found.map { (named($0, counts), isCheaperExcluded) }
    }

    /// The first of `boxes` that is quickly seen to hold all; those before it that are not excluded are `open`.
    private func firstThatHolds(_ counts: [Int], of boxes: [Int], open: inout [Int]) -> DraftParcel? {
        let end = max(work, effort) + parameters.single.overtime
        for (index, box) in boxes.enumerated() {
            if work >= end { return inRoomiest(counts, of: boxes[index...], open: &open) }
            if let parcel = packQuickly(counts, into: box) { return parcel }
            if !canMeasure(counts)
                || !ConservativeScales(tables: tables, box: box, counts: counts).exclude(counts)
            {
                open.append(box)
            }
        }
        return nil
    }

    /// When the time is over: the largest of the boxes that are left, or none.
    private func inRoomiest(_ counts: [Int], of boxes: ArraySlice<Int>, open: inout [Int]) -> DraftParcel? {
        open += boxes
        guard let box = boxes.max(by: { tables.boxes[$0].volume < tables.boxes[$1].volume }) else {
            return nil
        }
        return packQuickly(counts, into: box)
    }

    func canMeasure(_ counts: [Int]) -> Bool {
        !tables.hasNests && hasEffort && counts.count { $0 > 0 } <= parameters.single.kindsMeasuredMax
    }

    private func likenesses(_ counts: [Int]) -> [Int] {
        var likenesses = [Int](repeating: 0, count: counts.count)
        for (kind, count) in counts.enumerated() { likenesses[tables.likenessOfKind[kind]] += count }
        return likenesses
    }

    /// The parcel with the kinds that its pieces stand for.
    private func named(_ parcel: DraftParcel, _ counts: [Int]) -> DraftParcel {
        var kindsOfLikeness: [Int: [Int]] = [:]
        for (kind, count) in counts.enumerated().reversed() where count > 0 {
            kindsOfLikeness[tables.likenessOfKind[kind], default: []] += [Int](repeating: kind, count: count)
        }
        var parcel = parcel
        for index in parcel.pieces.indices {
            let likeness = parcel.pieces[index].kind
            parcel.pieces[index].kind = kindsOfLikeness[likeness]?.popLast() ?? likeness
        }
        return parcel
    }

    /// A few orders and scores, and no more.
    func packQuickly(_ counts: [Int], into box: Int) -> DraftParcel? {
        let fill = pool.acquire(box: box)
        defer { pool.release(fill) }
        for order in PieceOrder.allCases {
            sequence.set(pieces(counts, by: order))
            for score in PlaceScore.allCases {
                fill.pointee.open(box)
                if fill.pointee.fill(sequence, by: score, stopsAtFirst: true, limit: limit, work: &work) {
                    return DraftParcel(fill.pointee)
                }
                if !hasEffort { return nil }
            }
        }
        return nil
    }
}
