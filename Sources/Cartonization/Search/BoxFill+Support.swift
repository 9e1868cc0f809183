extension BoxFill {
    /// Whether a piece may stand at `place`: on enough support, on nothing that must not carry it, and
    /// under nothing.
    ///
    /// - Complexity: linear in the number of pieces whose tops are at its height; with load limits, in that of
    ///   all pieces placed, times the pieces under it.
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

    /// The same where some kind limits what stands on it.
    private func canStandOnLoads(_ kind: Int, at place: Cuboid) -> Bool {
        let piece = facts.kinds[kind]
        if piece.isFloorOnly && place.z0 > 0 { return false }
        var contact: Int64 = 0
        var depth: Int32 = 1
        var stackLimit = piece.stackMax
        for index in 0..<placedCount {
            let other = placed[index].place
            let overlap = other.planOverlap(place)
            if overlap == 0 { continue }
            if other.z0 >= place.z1 { return false }
            let otherKind = facts.kinds[Int(placed[index].kind)]
            if otherKind.isFragile { return false }
            guard other.z1 == place.z0 else { continue }
            if !otherKind.isStackable { return false }
            contact &+= overlap
            depth = max(depth, placed[index].depth &+ 1)
            stackLimit = min(stackLimit, placed[index].stackLimit)
        }
        guard depth <= stackLimit else { return false }
        if place.z0 == 0 { return true }
        let base = Int64(place.x1 &- place.x0) &* Int64(place.y1 &- place.y0)
        guard contact &* 10_000 >= base &* facts.supportShare else { return false }
        if facts.checksCentre && !isCentreSupported(place) { return false }
        return canCarry(Load.units(ofG: piece.weightG), contact: contact, at: place)
    }

    private func canCarry(_ load: Int64, contact: Int64, at place: Cuboid) -> Bool {
        guard contact > 0 else { return true }
        var added = [Int64](repeating: 0, count: placedCount)
        spread(load, under: place, over: contact, into: &added)
        return (0..<placedCount).allSatisfy {
            added[$0] == 0
                || added[$0] <= facts.kinds[Int(placed[$0].kind)].topLoadMax &- placed[$0].load
        }
    }

    /// Adds to each piece under `place` its part of `load`, down to the floor.
    private func spread(_ load: Int64, under place: Cuboid, over contact: Int64, into added: inout [Int64]) {
        var loaded: [Int] = []
        func add(_ load: Int64, under place: Cuboid, over contact: Int64) {
            forEachSupport(of: place) { index, overlap in
                if !loaded.contains(index) { loaded.append(index) }
                added[index] &+= Load.share(load, area: overlap, of: contact)
            }
        }
        add(load, under: place, over: contact)
        // Pieces that carry something pass it on, the highest first, when all that they carry is known.
        while let position = loaded.indices.max(by: { placed[loaded[$0]].place.z0 < placed[loaded[$1]].place.z0 }) {
            let upper = loaded.remove(at: position)
            let area = contactArea(under: placed[upper].place)
            if area > 0 && added[upper] > 0 { add(added[upper], under: placed[upper].place, over: area) }
        }
    }

    /// Calls `body` for each piece that `place` stands on, with the area on which it does.
    @inline(__always)
    private func forEachSupport(of place: Cuboid, _ body: (_ index: Int, _ overlap: Int64) -> Void) {
        var index = tops.first(at: place.z0)
        while index >= 0 {
            let under = placed[index].place
            let overlap = under.z1 == place.z0 ? under.planOverlap(place) : 0
            if overlap > 0 { body(index, overlap) }
            index = Int(placed[index].nextOnList)
        }
    }

    private func contactArea(under place: Cuboid) -> Int64 {
        var area: Int64 = 0
        forEachSupport(of: place) { area &+= $1 }
        return area
    }

    /// Books the piece placed last on those under it.
    mutating func settleLoad(ofLastPiece piece: PackingTables.KindFacts) {
        let last = placedCount &- 1
        let place = placed[last].place
        // The piece itself is on a list of higher tops.
        forEachSupport(of: place) { index, _ in
            placed[last].depth = max(placed[last].depth, placed[index].depth &+ 1)
            placed[last].stackLimit = min(placed[last].stackLimit, placed[index].stackLimit)
        }
        let contact = contactArea(under: place)
        guard contact > 0 else { return }
        var added = [Int64](repeating: 0, count: placedCount)
        spread(Load.units(ofG: piece.weightG), under: place, over: contact, into: &added)
        for index in 0..<placedCount { placed[index].load &+= added[index] }
    }
}
