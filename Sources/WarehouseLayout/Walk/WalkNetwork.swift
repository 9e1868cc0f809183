/// Walking distances between all places of a layout, for one means of moving.
///
/// Every place lies on a stretch between two junctions, or beside it. A walk leaves the stretch by one of its
/// ends and comes to the other place's stretch by one of that one's ends, so a distance is the least of four
/// sums, and of the straight one where both lie on one stretch.
struct WalkNetwork: Sendable {
    private let places: [Place]
    private let table: JunctionTable
    private let junctions: Junctions

    /// How a place hangs on its stretch. A place that is a junction has that junction as both ends.
    private struct Place: Sendable {
        var stretch: Int32 = -1
        var offsetMM: Int32 = 0
        var part: Int32 = 0
        let spurMM: Int32
        let start: Int32
        let end: Int32
        var toStart: Int32
        var toEnd: Int32
        var fromStart: Int32
        var fromEnd: Int32
        var goesOn = false
        var goesBack = false
        let point: Point
        /// The corners from the lines to the place.
        let spur: [Point]
    }

    init(_ junctions: Junctions, _ table: PlaceTable, nodePoints: [Point], for means: Means?) {
        self.junctions = junctions
        self.table = JunctionTable(junctions, for: means)
        places = table.places.map { Self.place($0, junctions, nodePoints, means) }
    }

    private static func place(
        _ place: PlaceTable.Place, _ junctions: Junctions, _ nodePoints: [Point], _ means: Means?
    ) -> Place {
        let never = JunctionTable.unreachable
        let spur = place.spurMM > 0 || !place.via.isEmpty ? [nodePoints[place.node]] + place.via : []
        let spurMM = Int32(clamping: place.spurMM)
        if let junction = junctions.junctionOfNode[place.node] {
            return Place(
                spurMM: spurMM, start: Int32(junction), end: Int32(junction), toStart: 0, toEnd: never,
                fromStart: 0, fromEnd: never, point: place.point, spur: spur)
        }
        guard let foot = junctions.footOfNode[place.node] else {
            return Place(
                spurMM: spurMM, start: 0, end: 0, toStart: never, toEnd: never, fromStart: never, fromEnd: never,
                point: place.point, spur: spur)
        }
        let stretch = junctions.stretches[foot.stretch]
        let offset = Int32(clamping: foot.offsetMM)
        let rest = Int32(clamping: stretch.lengthMM - foot.offsetMM)
        let isOpen = stretch.takes(means)
        let goesOn = isOpen && stretch.direction != .backward
        let goesBack = isOpen && stretch.direction != .forward
        let meetsStart = foot.part == stretch.partOfFrom
        let meetsEnd = foot.part == stretch.partOfTo
        return Place(
            stretch: Int32(foot.stretch), offsetMM: offset, part: Int32(foot.part), spurMM: spurMM,
            start: Int32(stretch.from), end: Int32(stretch.to), toStart: meetsStart && goesBack ? offset : never,
            toEnd: meetsEnd && goesOn ? rest : never, fromStart: meetsStart && goesOn ? offset : never,
            fromEnd: meetsEnd && goesBack ? rest : never, goesOn: goesOn, goesBack: goesBack, point: place.point,
            spur: spur)
    }

    /// The way from one place to another.
    private enum Way {
        case along
        case junctions(Int, Int)
    }

    /// The walk in millimetres; nil where there is none.
    ///
    /// - Complexity: O(1).
    func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        if from == to { return 0 }
        return best(from, to)?.lengthMM
    }

    private func best(_ fromID: PlaceID, _ toID: PlaceID) -> (way: Way, lengthMM: Int)? {
        let (from, to) = (places[fromID.index], places[toID.index])
        let never = Int(JunctionTable.unreachable)
        var (length, way) = (never, Way.along)
        func offer(_ out: Int32, _ from: Int32, _ into: Int32, _ to: Int32) {
            guard out != JunctionTable.unreachable, into != JunctionTable.unreachable else { return }
            let walk = Int(out) + table[Int(from), Int(to)] + Int(into)
            if walk < length { (length, way) = (walk, .junctions(Int(from), Int(to))) }
        }
        offer(from.toStart, from.start, to.fromStart, to.start)
        offer(from.toStart, from.start, to.fromEnd, to.end)
        offer(from.toEnd, from.end, to.fromStart, to.start)
        offer(from.toEnd, from.end, to.fromEnd, to.end)
        if from.stretch >= 0, from.stretch == to.stretch, from.part == to.part {
            let step = Int(to.offsetMM) - Int(from.offsetMM)
            let isOpen = step == 0 || (step > 0 ? from.goesOn : from.goesBack)
            if isOpen, abs(step) <= length { (length, way) = (abs(step), .along) }
        } else if from.stretch < 0, to.stretch < 0, from.start == to.start {
            (length, way) = (0, .along)
        }
        return length >= never ? nil : (way, length + Int(from.spurMM) + Int(to.spurMM))
    }

    /// The corners of a shortest walk from one place to another; empty where there is none.
    ///
    /// - Complexity: linear in the walk's junctions.
    func path(from: PlaceID, to: PlaceID) -> [Point] {
        let (start, end) = (places[from.index], places[to.index])
        if from == to { return [start.point] }
        guard let best = best(from, to) else { return [] }
        var points = [start.point] + start.spur.reversed()
        if case .junctions(let first, let last) = best.way {
            points += table.walk(from: first, to: last).map { junctions.points[$0] }
        }
        points += end.spur + [end.point]
        return withoutNeedlessCorners(points)
    }
}

/// The same line without repeated points and without corners at which it does not turn.
private func withoutNeedlessCorners(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in points {
        if kept.last == point { continue }
        if kept.count > 1, goesStraight(kept[kept.count - 2], kept[kept.count - 1], point) { kept.removeLast() }
        kept.append(point)
    }
    return kept
}

private func goesStraight(_ first: Point, _ middle: Point, _ last: Point) -> Bool {
    guard first.floor == middle.floor, middle.floor == last.floor else { return false }
    let (ax, ay) = (middle.xMM - first.xMM, middle.yMM - first.yMM)
    let (bx, by) = (last.xMM - middle.xMM, last.yMM - middle.yMM)
    return ax * by == ay * bx && ax * bx + ay * by > 0
}
