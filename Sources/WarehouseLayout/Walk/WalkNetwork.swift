/// Walking distances between all places of a layout, for one means of moving.
///
/// Every place lies on a stretch between two junctions, or beside it. A walk leaves the stretch by one of its
/// ends and comes to the other place's stretch by one of that one's ends, so a distance is the least of four
/// sums, and of the straight one where both lie on one stretch.
///
/// A class, so that a layout hands it on without counting references to each of its tables.
final class WalkNetwork: Sendable {
    private let anchors: [Anchor]
    private let table: JunctionTable
    private let junctions: Junctions
    /// By place: where it lies and the corners from the lines to it.
    private let ends: [(point: Point, spur: [Point])]

    /// How a place is attached to its stretch. A place that is a junction has that junction as both ends.
    private struct Anchor: Sendable {
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
    }

    init(_ junctions: Junctions, _ table: PlaceTable, nodePoints: [Point], for means: Means?) {
        self.junctions = junctions
        self.table = JunctionTable(junctions, for: means)
        anchors = table.places.map { Self.anchor($0, junctions, means) }
        ends = table.places.map { place in
            (place.point, place.spurMM == 0 ? [] : [nodePoints[place.node]] + place.via)
        }
    }

    private static func anchor(_ place: PlaceTable.Place, _ junctions: Junctions, _ means: Means?) -> Anchor {
        let never = JunctionTable.unreachable
        let spurMM = Int32(clamping: place.spurMM)
        if let junction = junctions.junctionOfNode[place.node] {
            return Anchor(
                spurMM: spurMM, start: Int32(junction), end: Int32(junction), toStart: 0, toEnd: never,
                fromStart: 0, fromEnd: never)
        }
        guard let foot = junctions.footOfNode[place.node] else {
            return Anchor(
                spurMM: spurMM, start: 0, end: 0, toStart: never, toEnd: never, fromStart: never,
                fromEnd: never)
        }
        let stretch = junctions.stretches[foot.stretch]
        let offset = Int32(clamping: foot.offsetMM)
        let rest = Int32(clamping: stretch.lengthMM - foot.offsetMM)
        let isOpen = stretch.admits(means)
        let goesOn = isOpen && stretch.direction != .backward
        let goesBack = isOpen && stretch.direction != .forward
        let meetsStart = foot.part == stretch.partOfFrom
        let meetsEnd = foot.part == stretch.partOfTo
        return Anchor(
            stretch: Int32(foot.stretch), offsetMM: offset, part: Int32(foot.part), spurMM: spurMM,
            start: Int32(stretch.from), end: Int32(stretch.to),
            toStart: meetsStart && goesBack ? offset : never,
            toEnd: meetsEnd && goesOn ? rest : never, fromStart: meetsStart && goesOn ? offset : never,
            fromEnd: meetsEnd && goesBack ? rest : never, goesOn: goesOn, goesBack: goesBack)
    }

    /// The walk in millimetres; nil where there is none.
    ///
    /// - Complexity: O(1).
    func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        if from == to { return 0 }
        let (here, there) = (anchors[from.index], anchors[to.index])
        let never = Int(JunctionTable.unreachable)
        var length = stepMM(here, there)
        let (start, end) = (Int(here.start), Int(here.end))
        let (first, last) = (Int(there.start), Int(there.end))
        length = min(length, Int(here.toStart) + table[start, first] + Int(there.fromStart))
        length = min(length, Int(here.toStart) + table[start, last] + Int(there.fromEnd))
        length = min(length, Int(here.toEnd) + table[end, first] + Int(there.fromStart))
        length = min(length, Int(here.toEnd) + table[end, last] + Int(there.fromEnd))
        return length >= never ? nil : length + Int(here.spurMM) + Int(there.spurMM)
    }

    /// The straight walk between two places on one stretch, or at one junction; else unreachable.
    private func stepMM(_ here: Anchor, _ there: Anchor) -> Int {
        guard here.stretch == there.stretch else { return Int(JunctionTable.unreachable) }
        if here.stretch < 0 { return here.start == there.start ? 0 : Int(JunctionTable.unreachable) }
        let step = Int(there.offsetMM) - Int(here.offsetMM)
        let isOpen = step == 0 || (step > 0 ? here.goesOn : here.goesBack)
        return isOpen && here.part == there.part ? abs(step) : Int(JunctionTable.unreachable)
    }

    /// The junctions by which a shortest walk leaves and comes; nil where it goes straight.
    private func way(_ here: Anchor, _ there: Anchor, lengthMM: Int) -> (first: Int, last: Int)? {
        if stepMM(here, there) == lengthMM { return nil }
        let leaving = [(here.toStart, here.start), (here.toEnd, here.end)]
        let coming = [(there.fromStart, there.start), (there.fromEnd, there.end)]
        for (out, first) in leaving {
            for (into, last) in coming where Int(out) + table[Int(first), Int(last)] + Int(into) == lengthMM {
                return (Int(first), Int(last))
            }
        }
        return nil
    }

    /// The corners of a shortest walk from one place to another; empty where there is none.
    ///
    /// - Complexity: linear in the walk's junctions.
    func path(from: PlaceID, to: PlaceID) -> [Point] {
        let (start, end) = (ends[from.index], ends[to.index])
        if from == to { return [start.point] }
        guard let distance = distanceMM(from: from, to: to) else { return [] }
        let (here, there) = (anchors[from.index], anchors[to.index])
        var points = [start.point] + start.spur.reversed()
        if let way = way(here, there, lengthMM: distance - Int(here.spurMM) - Int(there.spurMM)) {
            points += table.walk(from: way.first, to: way.last).map { junctions.points[$0] }
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
        if kept.count > 1, goesStraight(kept[kept.count - 2], kept[kept.count - 1], point) {
            kept.removeLast()
        }
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
