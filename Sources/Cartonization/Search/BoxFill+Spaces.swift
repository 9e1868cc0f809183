/// Maximal empty spaces, after Lai and Chan, "Developing a simulated annealing algorithm for the cutting
/// stock problem" (1997): a placed piece replaces each space that it cuts by up to six smaller ones, of
/// which only those are kept that lie in no other.
extension BoxFill {
    /// The most spaces kept for one box; of more, those that come last are forgotten. Only boxes of
    /// hundreds of small pieces reach it.
    private static let spacesMax = 1_024

    /// Puts a piece of `kind` at `place`.
    ///
    /// - Complexity: linear in the number of spaces, times the number of spaces that the piece cuts.
    mutating func place(_ kind: Int, at place: Cuboid, isNested: Bool = false) {
        let piece = facts.kinds + kind
        reserve(placed: placedCount + 1)
        placed[placedCount] = PlacedPiece(
            kind: Int32(truncatingIfNeeded: kind), depth: 1, stackLimit: piece.pointee.stackMax,
            isNested: isNested, place: place, load: 0)
        placedCount &+= 1
        usedVolume &+= isNested ? place.volume : piece.pointee.volume
        weightG &+= piece.pointee.weightG
        groups |= piece.pointee.groupBit
        nevers |= piece.pointee.neverBits
        if facts.followsLoads { settleLoad(ofLastPiece: piece.pointee) }
        cut(place)
    }

    private mutating func cut(_ place: Cuboid) {
        // Spaces that the piece cuts move behind the others; what remains of them is appended.
        var whole = spaceCount
        var index = 0
        while index < whole {
            if spaces[index].intersects(place) {
                whole &-= 1
                let cut = spaces[index]
                spaces[index] = spaces[whole]
                spaces[whole] = cut
            } else {
                index &+= 1
            }
        }
        let cutEnd = spaceCount
        reserve(spaces: cutEnd &+ 6 &* (cutEnd &- whole))
        for index in whole..<cutEnd { appendRests(of: spaces[index], around: place) }
        cutWork &+= (spaceCount &- cutEnd) &* (whole &+ spaceCount &- cutEnd) / 4 &+ cutEnd &+ 30
        forgetCovered(whole: whole, rests: cutEnd..<spaceCount)
        compact(from: cutEnd, to: whole)
    }

    @inline(__always)
    private mutating func appendRests(of space: Cuboid, around place: Cuboid) {
        let least = leastEdge
        guard space.z1 &- space.z0 >= least.h, space.y1 &- space.y0 >= least.w, space.x1 &- space.x0 >= least.l
        else { return }
        var rest = space
        if space.x1 &- place.x1 >= least.l {
            rest.x0 = place.x1
            append(rest)
        }
        if place.x0 &- space.x0 >= least.l {
            rest.x0 = space.x0
            rest.x1 = place.x0
            append(rest)
        }
        rest = space
        if space.y1 &- place.y1 >= least.w {
            rest.y0 = place.y1
            append(rest)
        }
        if place.y0 &- space.y0 >= least.w {
            rest.y0 = space.y0
            rest.y1 = place.y0
            append(rest)
        }
        rest = space
        if space.z1 &- place.z1 >= least.h {
            rest.z0 = place.z1
            append(rest)
        }
        if place.z0 &- space.z0 >= least.h && !facts.followsLoads {
            rest.z0 = space.z0
            rest.z1 = place.z0
            append(rest)
        }
    }

    @inline(__always)
    private mutating func append(_ space: Cuboid) {
        spaces[spaceCount] = space
        spaceCount &+= 1
    }

    /// Marks each rest that lies in another space. A whole space never lies in a rest: both were maximal.
    private func forgetCovered(whole: Int, rests: Range<Int>) {
        for index in rests {
            let rest = spaces[index]
            var isCovered = false
            var other = 0
            while other < whole && !isCovered {
                isCovered = spaces[other].contains(rest)
                other &+= 1
            }
            other = rests.lowerBound
            while other < rests.upperBound && !isCovered {
                isCovered = other != index && spaces[other].contains(rest)
                other &+= 1
            }
            if isCovered { spaces[index].x1 = Self.forgotten }
        }
    }

    private static let forgotten = Int32.min

    private mutating func compact(from start: Int, to end: Int) {
        var kept = end
        for index in start..<spaceCount where spaces[index].x1 != Self.forgotten && kept < Self.spacesMax {
            spaces[kept] = spaces[index]
            kept &+= 1
        }
        spaceCount = kept
    }
}
