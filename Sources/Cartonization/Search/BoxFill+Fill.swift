/// How long a fill may go on as usual: up to so many places tried, and not beyond a moment.
struct WorkLimit {
    let work: Int
    let deadline: Deadline?
}

extension BoxFill {
    /// Places the pieces of `sequence` one after the other; those that find no place are its rest.
    ///
    /// When the limit is reached, the pieces that are left are placed in haste; see ``hurry()``.
    ///
    /// - Parameters:
    ///   - stopsAtFirst: whether to give up at the first piece without a place.
    ///   - later: the least edges of what is to be placed after them.
    /// - Returns: whether all were placed.
    mutating func fill(
        _ sequence: PieceSequence, by score: PlaceScore, stopsAtFirst: Bool, later: Lengths = .endless,
        limit: WorkLimit, work: inout Int
    ) -> Bool {
        sequence.measure(later: later)
        // A kind that found no place finds none later in the same box.
        var hopeless: Int32 = -1
        var position = 0
        var skipped = 0
        while position < sequence.count {
            if !isHurried,
                work >= limit.work || (isDeadlineCheck(position) && limit.deadline?.hasPassed == true)
            {
                hurry()
            }
            let kind = sequence.kinds[position]
            if kind != hopeless, admits(Int(kind)),
                let found = bestPlace(
                    for: Int(kind), turn: Int(sequence.turns[position]), by: score, work: &work)
            {
                leastEdge = sequence.leastEdge(from: position &+ 1)
                place(Int(kind), at: found.place, isNested: found.isNested)
                work &+= cutWork
                cutWork = 0
                skipped = 0
            } else {
                hopeless = kind
                sequence.leave(position)
                if stopsAtFirst { return false }
                // In haste ever more pieces are passed over until one finds a place.
                if isHurried {
                    for _ in 0..<(skipped / facts.filling.piecesPerSkip) where position &+ 1 < sequence.count
                    {
                        position &+= 1
                        sequence.leave(position)
                    }
                    skipped &+= 1 &+ skipped / facts.filling.piecesPerSkip
                }
            }
            position &+= 1
        }
        work &+= Work.perPiece &* sequence.count
        return sequence.restCount == 0
    }

    @inline(__always)
    private func isDeadlineCheck(_ position: Int) -> Bool {
        let last = facts.filling.piecesPerDeadlineCheck &- 1
        return position & last == last
    }
}
