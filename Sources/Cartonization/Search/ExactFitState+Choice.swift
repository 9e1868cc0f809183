extension ExactFitState {
    /// The pair that overlaps at its earliest places, or the piece, with the fewest ways left; of equals the
    /// largest. Nil where the earliest places are a packing.
    func nextChoice(_ fit: ExactFit) -> Choice? {
        var best: (ways: Int, volume: Int64, choice: Choice)?
        func offer(_ ways: Int, _ volume: Int64, _ choice: Choice) {
            if let best, (best.ways, -best.volume) <= (ways, -volume) { return }
            best = (ways, volume, choice)
        }
        for second in 0..<fit.count {
            let ways = turns[second].nonzeroBitCount
            if ways > 1 { offer(ways, volume(second), .turn(second)) }
            for first in 0..<second {
                let pair = Pair(first: first, second: second)
                guard chosen[pair.number] == 0, overlap(first, second) else { continue }
                offer(
                    possible[pair.number].nonzeroBitCount, volume(first) + volume(second), .relation(pair))
            }
        }
        return best?.choice
    }

    /// The possible relation of a pair that leaves both most room; nil where there is none.
    func mostRoom(in pair: Pair) -> UInt8? {
        var best: (room: Int32, bit: UInt8)?
        for axis in 0..<3 {
            for side in 0..<2 {
                let bit = UInt8(truncatingIfNeeded: 1 << (2 * axis + side))
                if possible[pair.number] & bit == 0 { continue }
                let (front, back) = side == 0 ? (pair.first, pair.second) : (pair.second, pair.first)
                let room = latest[back][axis] &- earliest[front][axis] &- least[front][axis]
                if best.map({ room > $0.room }) ?? true { best = (room, bit) }
            }
        }
        return best?.bit
    }

    /// The pieces at their earliest places.
    func places(_ count: Int) -> [Cuboid] {
        (0..<count).map {
            let (low, high) = (earliest[$0], earliest[$0] &+ least[$0])
            return Cuboid(x0: low.x, y0: low.y, z0: low.z, x1: high.x, y1: high.y, z1: high.z)
        }
    }

    private func volume(_ piece: Int) -> Int64 {
        Int64(least[piece].x) &* Int64(least[piece].y) &* Int64(least[piece].z)
    }

    private func overlap(_ one: Int, _ other: Int) -> Bool {
        let oneFirst = earliest[one] &+ least[one] .<= earliest[other]
        let otherFirst = earliest[other] &+ least[other] .<= earliest[one]
        let isApart = oneFirst .| otherFirst
        return !(isApart[0] || isApart[1] || isApart[2])
    }
}
