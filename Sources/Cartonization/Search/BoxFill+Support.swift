extension BoxFill {
    /// Whether a piece may stand at `place`, which lies in an empty space: on enough support, and on nothing that
    /// must not carry it.
    ///
    /// - Complexity: linear in the number of pieces whose tops are at its height; where weight is limited, also
    ///   in the number of pieces beneath that it presses on.
    func canStand(_ kind: Int, at place: Cuboid) -> Bool {
        if facts.followsLoads { return canStandOnLoads(kind, at: place) }
        if place.z0 == 0 { return true }
        if facts.kinds[kind].isFloorOnly { return false }
        if facts.supportShare == 0 { return true }
        let base = Int64(place.x1 &- place.x0) &* Int64(place.y1 &- place.y0)
        let needed = base &* facts.supportShare
        var contact: Int64 = 0
        var index = tops.first(at: place.z0)
        while index >= 0 {
            assert(index < placedCount, "a list names a piece that is not in the box")
            let under = placed + index
            if under.pointee.place.z1 == place.z0 {
                contact &+= under.pointee.place.planOverlap(place)
                if contact &* 10_000 >= needed { return !facts.checksCentre || isCentreSupported(place) }
            }
            index = Int(under.pointee.nextOnList)
        }
        return false
    }

    /// Whether the centre of the base lies in the hull of the contacts.
    ///
    /// It does unless some line through it has all contacts strictly on one side; such a line can be
    /// turned until it passes a corner of a contact, so it is enough to try those.
    func isCentreSupported(_ place: Cuboid) -> Bool {
        // Doubled and relative to the centre, so that whole numbers stay whole.
        let centreX = Int64(place.x0) + Int64(place.x1)
        let centreY = Int64(place.y0) + Int64(place.y1)
        var corners: [(x: Int64, y: Int64)] = []
        forEachSupport(of: place) { index, _ in
            let other = placed[index].place
            for x in [max(other.x0, place.x0), min(other.x1, place.x1)] {
                for y in [max(other.y0, place.y0), min(other.y1, place.y1)] {
                    corners.append((2 * Int64(x) - centreX, 2 * Int64(y) - centreY))
                }
            }
        }
        for pivot in corners {
            if pivot == (0, 0) { return true }
            let sides = corners.map { pivot.x * $0.y - pivot.y * $0.x }
            let isBackFree = !zip(corners, sides).contains {
                $1 == 0 && pivot.x * $0.x + pivot.y * $0.y < 0
            }
            if isBackFree && (!sides.contains { $0 < 0 } || !sides.contains { $0 > 0 }) { return false }
        }
        return !corners.isEmpty
    }

    /// The same where some kind limits what stands on it. Spaces never lie under a piece or above a fragile one.
    private func canStandOnLoads(_ kind: Int, at place: Cuboid) -> Bool {
        let piece = facts.kinds + kind
        if place.z0 == 0 { return true }
        if piece.pointee.isFloorOnly { return false }
        var contact: Int64 = 0
        var depth: Int32 = 1
        var stackLimit = piece.pointee.stackMax
        var isCarried = true
        forEachSupport(of: place) { index, overlap in
            let under = facts.kinds + Int(placed[index].kind)
            if under.pointee.isFragile || !under.pointee.isStackable { isCarried = false }
            contact &+= overlap
            depth = max(depth, placed[index].depth &+ 1)
            stackLimit = min(stackLimit, placed[index].stackLimit)
        }
        guard isCarried, depth <= stackLimit else { return false }
        let base = Int64(place.x1 &- place.x0) &* Int64(place.y1 &- place.y0)
        guard contact &* 10_000 >= base &* facts.supportShare else { return false }
        if facts.checksCentre && !isCentreSupported(place) { return false }
        return !facts.limitsWeight || canCarry(piece.pointee.weightG, at: place)
    }

    private func canCarry(_ weightG: Int, at place: Cuboid) -> Bool {
        let paths = paths
        paths.begin()
        forEachSupport(of: place) { paths.add(support: $0, area: $1) }
        return paths.carry(Load.units(ofG: weightG)) { facts.kinds[Int(placed[$0].kind)].topLoadMax }
    }

    /// Calls `body` for each piece that `place` stands on, with the area on which it does.
    @inline(__always)
    private func forEachSupport(of place: Cuboid, _ body: (_ index: Int, _ overlap: Int64) -> Void) {
        var index = tops.first(at: place.z0)
        while index >= 0 {
            assert(index < placedCount, "a list names a piece that is not in the box")
            let under = placed[index].place
            let overlap = under.z1 == place.z0 ? under.planOverlap(place) : 0
            if overlap > 0 { body(index, overlap) }
            index = Int(placed[index].nextOnList)
        }
    }

    /// Whether something is right under `place`.
    func hasContact(_ place: Cuboid) -> Bool {
        var index = tops.first(at: place.z0)
        while index >= 0 {
            let under = placed[index].place
            if under.z1 == place.z0 && under.planOverlap(place) > 0 { return true }
            index = Int(placed[index].nextOnList)
        }
        return false
    }

    /// Adds the weight of the piece placed last to those under it.
    mutating func addLoad(ofLastPiece piece: PackingTables.KindFacts) {
        assert(placedCount > 0, "no piece has been placed")
        let last = placedCount &- 1
        let place = placed[last].place
        if facts.limitsWeight { paths.begin() }
        // The piece itself is on a list of higher tops.
        forEachSupport(of: place) { index, overlap in
            placed[last].depth = max(placed[last].depth, placed[index].depth &+ 1)
            placed[last].stackLimit = min(placed[last].stackLimit, placed[index].stackLimit)
            if facts.limitsWeight { paths.add(support: index, area: overlap) }
        }
        if facts.limitsWeight { paths.book(Load.units(ofG: piece.weightG)) }
    }
}
