extension BoxFill {
    /// Places the pieces of `sequence` one after the other; those that find no place are its rest.
    ///
    /// - Parameters:
    ///   - stopsAtFirst: whether to give up at the first piece without a place.
    ///   - later: the least edges of what is to be placed after them.
    /// - Returns: whether all were placed.
    mutating func fill(
        _ sequence: PieceSequence, by score: PlaceScore, stopsAtFirst: Bool, later: Lengths = .endless,
        work: inout Int
    ) -> Bool {
        sequence.measure(later: later)
        // A kind that found no place finds none later in the same box.
        var hopeless: Int32 = -1
        for position in 0..<sequence.count {
            let kind = sequence.kinds[position]
            if kind != hopeless, admits(Int(kind)),
                let found = bestPlace(for: Int(kind), by: score, work: &work)
            {
                leastEdge = sequence.leastEdge(from: position &+ 1)
                place(Int(kind), at: found.place, isNested: found.isNested)
                work &+= cutWork
                cutWork = 0
            } else {
                hopeless = kind
                sequence.leave(position)
                if stopsAtFirst { return false }
            }
        }
        work &+= 4 &* sequence.count
        return sequence.restCount == 0
    }
}
