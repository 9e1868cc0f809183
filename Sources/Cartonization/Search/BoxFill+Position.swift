/// What makes one place better than another; the best is the least.
enum PlaceScore: Int, CaseIterable {
    /// Far from the opposite corner of the box: distance to the front-top-right corner, after Gonçalves and
    /// Resende, "A biased random key genetic algorithm for 2D and 3D bin packing problems" (2013).
    case farFromCorner
    /// Lowest, then nearest the back, then the left.
    case lowest
    /// Least left over between piece and space, the tightest axis first.
    case tightest
    /// Walls from the left to the right.
    case leftmost
    /// Walls from the back to the front.
    case rearmost
    /// Low tops: flat layers.
    case flattest

    @inline(__always)
    func key(_ place: Cuboid, in space: Cuboid, of box: PackingTables.BoxFacts) -> Int64 {
        switch self {
        case .farFromCorner:
            let dx = Int64(box.l &- place.x1)
            let dy = Int64(box.w &- place.y1)
            let dz = Int64(box.h &- place.z1)
            return -(dx &* dx &+ dy &* dy &+ dz &* dz)
        case .lowest: return Self.key(place.z0, place.y0, place.x0)
        case .tightest:
            let dx = space.x1 &- place.x1
            let dy = space.y1 &- place.y1
            let dz = space.z1 &- place.z1
            let least = min(dx, min(dy, dz))
            let most = max(dx, max(dy, dz))
            return Self.key(least, (dx &+ dy &+ dz) &- least &- most, most)
        case .leftmost: return Self.key(place.x0, place.z0, place.y0)
        case .rearmost: return Self.key(place.y0, place.z0, place.x0)
        case .flattest: return Self.key(place.z1, place.y0, place.x0)
        }
    }

    /// Three lengths as one number that orders as they do, one after the other.
    @inline(__always)
    private static func key(_ first: Int32, _ second: Int32, _ third: Int32) -> Int64 {
        assert(
            [first, second, third].allSatisfy { 0..<1 << 20 ~= $0 }, "a length needs more than 20 bits")
        return Int64(first) << 40 | Int64(second) << 20 | Int64(third)
    }
}

extension BoxFill {
    /// The best place for a piece of `kind`, nil where it has none; `work` counts the places tried.
    ///
    /// - Complexity: spaces × turns, and a read of the pieces that may carry it for each place that would be
    ///   the best so far; of these no more than ``readsUntilGivenUp``.
    ///
    /// - Parameter turn: the only turn to be tried, -1 for all; where it finds no place, the others are.
    func bestPlace(for kind: Int, turn: Int = -1, by score: PlaceScore, work: inout Int) -> (
        place: Cuboid, isNested: Bool
    )? {
        assert(0..<facts.kindCount ~= kind, "no kind \(kind)")
        let piece = facts.kinds + kind
        if piece.pointee.nestMM > 0, let nested = nestedPlace(for: kind) { return (nested, true) }
        let inside = facts.boxes[box]
        var bestKey = Int64.max
        var best: Cuboid?
        var reads = 0
        let (start, end) = (Int(piece.pointee.turnStart), Int(piece.pointee.turnEnd))
        assert(turn < end &- start, "kind \(kind) has no turn \(turn)")
        let turns = turn < 0 ? start..<end : start &+ turn..<start &+ turn &+ 1
        for index in 0..<spaceCount {
            if reads > (best == nil ? readsUntilGivenUp : facts.filling.readsUntilContent) { break }
            let space = spaces[index]
            let edges = space.edges
            for turnIndex in turns {
                let turn = facts.turns[turnIndex]
                guard turn.areWithin(edges) else { continue }
                let place = Cuboid(low: space.low, high: space.low + turn)
                let key = score.key(place, in: space, of: inside)
                guard key < bestKey else { continue }
                if place.z0 > 0 { work &+= standingWork }
                reads &+= standingReads(at: place.z0)
                let stands = canStand(kind, at: place)
                if facts.limitsWeight { reads &+= paths.resetReads() }
                if stands {
                    (best, bestKey) = (place, key)
                } else if let moved = supportedPlace(
                    for: kind, turn: turn, in: space, work: &work, reads: &reads)
                {
                    let movedKey = score.key(moved, in: space, of: inside)
                    if movedKey < bestKey { (best, bestKey) = (moved, movedKey) }
                }
            }
        }
        work &+= spaceCount &* turns.count &+ max(0, reads &- facts.filling.readsCovered)
        if best == nil && turn >= 0 { return bestPlace(for: kind, by: score, work: &work) }
        return best.map { ($0, false) }
    }

    /// What it costs to see whether a piece may stand somewhere, in places tried.
    @inline(__always)
    private var standingWork: Int {
        facts.supportShare > 0 || facts.followsLoads ? placedCount / Work.placedPerPlace : 0
    }

    /// How many placed pieces are read for one piece before it counts as having no place.
    private var readsUntilGivenUp: Int {
        isHurried ? facts.filling.readsUntilGivenUpInHaste : facts.filling.readsUntilGivenUp
    }

    /// How many placed pieces are read to see whether one may stand at `height`.
    @inline(__always)
    private func standingReads(at height: Int32) -> Int {
        height > 0 && (facts.supportShare > 0 || facts.followsLoads) ? tops.count(at: height) : 0
    }

    /// A place on the floor of `space` that is flush with a side of a piece under it: where the corner of
    /// the space hangs in the air, the support begins elsewhere.
    private func supportedPlace(
        for kind: Int, turn: Lengths, in space: Cuboid, work: inout Int, reads: inout Int
    ) -> Cuboid? {
        guard space.z0 > 0 else { return nil }
        reads &+= tops.count(at: space.z0)
        var next = tops.first(at: space.z0)
        while next >= 0 && reads <= readsUntilGivenUp {
            assert(next < placedCount, "a list names a piece that is not in the box")
            let under = placed[next].place
            next = Int(placed[next].nextOnList)
            guard under.z1 == space.z0, under.planOverlap(space) > 0 else { continue }
            work &+= 1
            reads &+= 3 &* standingReads(at: space.z0)
            for (x, y) in [
                (under.x0, under.y0), (under.x1 &- turn.x, under.y0), (under.x0, under.y1 &- turn.y),
            ] {
                let low = Lengths(
                    max(space.x0, min(x, space.x1 &- turn.x)), max(space.y0, min(y, space.y1 &- turn.y)),
                    space.z0)
                let place = Cuboid(low: low, high: low + turn)
                let stands = canStand(kind, at: place)
                if facts.limitsWeight { reads &+= paths.resetReads() }
                if stands { return place }
            }
        }
        return nil
    }

    /// `place` as deep as it can go without anything being moved; nil where that is above a fragile piece.
    func lowered(_ place: Cuboid) -> Cuboid? {
        if !facts.hasFragile && (place.z0 == 0 || hasContact(place)) { return place }
        var bottom: Int32 = 0
        for index in 0..<placedCount {
            let under = placed[index].place
            guard under.planOverlap(place) > 0 else { continue }
            if facts.kinds[Int(placed[index].kind)].isFragile { return nil }
            bottom = max(bottom, under.z1)
        }
        return place.between(bottom, and: bottom &+ place.edges.z)
    }

    /// The slab that a piece adds when it is nested on a standing piece of its kind.
    private func nestedPlace(for kind: Int) -> Cuboid? {
        let piece = facts.kinds[kind]
        var reads = 0
        for index in 0..<placedCount where Int(placed[index].kind) == kind && !placed[index].carriesNested {
            reads &+= spaceCount &+ standingReads(at: placed[index].place.z1)
            if reads > readsUntilGivenUp { return nil }
            let under = placed[index].place
            guard placed[index].isNested || under.z1 &- under.z0 == piece.uprightHeight else { continue }
            let slab = under.between(under.z1, and: under.z1 &+ piece.nestMM)
            guard (0..<spaceCount).contains(where: { spaces[$0].contains(slab) }) else { continue }
            if canStand(kind, at: slab) { return slab }
        }
        return nil
    }
}
