extension BoxFill {
    /// Places the pieces of `sequence` one after the other.
    ///
    /// - Parameters:
    ///   - rest: the positions of the pieces that found no place.
    ///   - stopsAtFirst: whether to give up at the first piece without a place.
    /// - Returns: whether all were placed.
    mutating func fill(
        _ sequence: borrowing PieceSequence, by score: PlaceScore, stopsAtFirst: Bool, rest: inout [Int],
        work: inout Int
    ) -> Bool {
        rest.removeAll(keepingCapacity: true)
        // A kind that found no place finds none later in the same box.
        var hopeless: Int32 = -1
        for position in 0..<sequence.count {
            let kind = sequence.kinds[position]
            if kind != hopeless, admits(Int(kind)),
                let found = bestPlace(for: Int(kind), by: score, work: &work)
            {
                leastEdge = sequence.leastEdge(after: position)
                place(Int(kind), at: found.place, isNested: found.isNested)
                work &+= cutWork
                cutWork = 0
            } else {
                hopeless = kind
                rest.append(position)
                if stopsAtFirst { return false }
            }
        }
        work &+= 4 &* sequence.count
        return rest.isEmpty
    }
}
