/// Maximal empty spaces, after Lai and Chan, "Developing a simulated annealing algorithm for the cutting
/// stock problem" (1997): a placed piece replaces each space that it cuts by up to six smaller ones, of
/// which only those are kept that lie in no other.
extension BoxFill {
    /// Puts a piece of `kind` at `place`.
    ///
    /// - Complexity: linear in the number of spaces, and the spaces that the piece cuts times those it touches.
    mutating func place(_ kind: Int, at place: Cuboid, isNested: Bool = false) {
        let piece = facts.kinds + kind
        assert(0..<facts.kindCount ~= kind, "no kind \(kind)")
        assert(
            place.low.areWithin(place.high) && Int(place.z1) <= Int(facts.boxes[box].h), "outside the box")
        reserve(placed: placedCount + 1)
        placed[placedCount] = PlacedPiece(
            kind: Int32(truncatingIfNeeded: kind), depth: 1, stackLimit: piece.pointee.stackMax,
            isNested: isNested, place: place)
        if isNested { markCarrier(of: place, kind) }
        tops.append(placedCount, placed)
        placedCount &+= 1
        usedVolume &+= isNested ? place.volume : piece.pointee.volume
        weightG &+= piece.pointee.weightG
        groups |= piece.pointee.groupBit
        nevers |= piece.pointee.neverBits
        if facts.followsLoads { addLoad(ofLastPiece: piece.pointee) }
        // Nothing goes above a fragile piece, touching or not.
        cut(piece.pointee.isFragile ? place.between(place.z0, and: facts.boxes[box].h) : place)
    }

    /// The piece on which another one is nested carries no second one.
    private func markCarrier(of slab: Cuboid, _ kind: Int) {
        var index = tops.first(at: slab.z0)
        while index >= 0 {
            let under = placed + index
            if Int(under.pointee.kind) == kind && under.pointee.place.z1 == slab.z0
                && under.pointee.place.low.replacing(with: slab.low, along: Lengths.alongZ) == slab.low
            {
                under.pointee.carriesNested = true
            }
            index = Int(under.pointee.nextOnList)
        }
    }

    /// Replaces the spaces that `place` cuts by what remains of them beside each of its faces.
    mutating func cut(_ place: Cuboid) {
        let (touching, cuts) = partSpaces(around: place)
        let before = spaceCount
        reserve(spaces: before &+ 6 &* cuts.count)
        for axis in [Lengths.alongX, Lengths.alongY, Lengths.alongZ] {
            keepRests(of: cuts, touching: touching, along: axis) { space in
                Cuboid(low: space.low.replacing(with: place.high, along: axis), high: space.high)
            }
            if axis == Lengths.alongZ && facts.followsLoads { break }
            keepRests(of: cuts, touching: touching, along: axis) { space in
                Cuboid(low: space.low, high: space.high.replacing(with: place.low, along: axis))
            }
        }
        cutWork &+= before &+ 2 &* cuts.count &* (touching &+ Work.spacesTouchedPerCut) &+ Work.perCut
        forgetSmallest()
    }

    /// Forgets the smallest spaces of more than are kept.
    mutating func forgetSmallest() {
        let most = isHurried ? facts.filling.spacesMaxInHaste : facts.filling.spacesMax
        while spaceCount > most { forgetOne() }
    }

    private mutating func forgetOne() {
        assert(spaceCount > 0, "no space to forget")
        var smallest = 0
        var least = Int64.max
        for index in 0..<spaceCount {
            // On the floor a piece always has support.
            let volume = spaces[index].z0 == 0 ? 8 &* spaces[index].volume : spaces[index].volume
            if volume < least { (smallest, least) = (index, volume) }
        }
        spaceCount &-= 1
        spaces[smallest] = spaces[spaceCount]
        cutWork &+= facts.filling.workPerSpaceForgotten
    }

    /// Moves the spaces that `place` cuts from ``spaces`` aside, and copies those that it only touches.
    ///
    /// - Returns: how many of the first `aside` it touches, and which of them it cuts.
    private mutating func partSpaces(around place: Cuboid) -> (touching: Int, cuts: Range<Int>) {
        reserveAside()
        var kept = 0
        var touching = 0
        var firstCut = asideCapacity
        for index in 0..<spaceCount {
            let space = spaces[index]
            if space.touches(place) {
                if space.intersects(place) {
                    firstCut &-= 1
                    aside[firstCut] = space
                    continue
                }
                aside[touching] = space
                touching &+= 1
            }
            spaces[kept] = space
            kept &+= 1
        }
        spaceCount = kept
        assert(touching <= firstCut, "both lists of spaces set aside fit")
        return (touching, firstCut..<asideCapacity)
    }

    /// Appends what remains beside one face of the piece, as far as it is large enough to be of use and lies
    /// in no other space. Such another would touch the piece with the same face: it is one that the piece
    /// touches, or a rest beside the same face.
    @inline(__always)
    private mutating func keepRests(
        of cuts: Range<Int>, touching: Int, along axis: UInt64, rest: (Cuboid) -> Cuboid
    ) {
        assert(touching <= cuts.lowerBound && cuts.upperBound <= asideCapacity, "spaces not set aside")
        let start = spaceCount
        for index in cuts {
            let rest = rest(aside[index])
            // A rest without extent has clear guard bits here, as one that is too small.
            let edges = (rest.high.bits | Lengths.guards) &- rest.low.bits
            guard (edges &- leastEdge.bits) & Lengths.guards == Lengths.guards else { continue }
            var isCovered = false
            for other in 0..<touching where aside[other].contains(rest) {
                isCovered = true
                break
            }
            if !isCovered { keep(rest, since: start) }
        }
    }

    @inline(__always)
    private mutating func keep(_ rest: Cuboid, since start: Int) {
        var index = start
        while index < spaceCount {
            if spaces[index].contains(rest) { return }
            if rest.contains(spaces[index]) {
                spaceCount &-= 1
                spaces[index] = spaces[spaceCount]
            } else {
                index &+= 1
            }
        }
        assert(spaceCount < spaceCapacity, "room for the rests was reserved")
        spaces[spaceCount] = rest
        spaceCount &+= 1
    }
}
