/// A few pieces in one box, each put in after the others in every order, turn and place that is flush with those
/// that are there: rules of support and load are kept from the first piece on.
extension PackingSearch {
    /// Nil where none is found, or where there are more pieces.
    func packFew(_ counts: [Int], into box: Int, effortEnd: Int) -> DraftParcel? {
        guard hasEffort, counts.reduce(0, +) <= parameters.few.piecesMax, !tables.hasNests else { return nil }
        let fill = pool.acquire(box: box)
        defer { pool.release(fill) }
        // Empty spaces are of no use here.
        fill.pointee.leastEdge = .endless
        var left = counts
        var nodes = min(parameters.few.nodesMax, max(0, effortEnd - work) / parameters.few.workPerNode)
        return goOn(fill, &left, &nodes)
    }

    private func goOn(_ fill: OpenBox, _ left: inout [Int], _ nodes: inout Int) -> DraftParcel? {
        guard let next = left.indices.first(where: { left[$0] > 0 }) else { return DraftParcel(fill.pointee) }
        for kind in next..<left.count where left[kind] > 0 {
            left[kind] -= 1
            defer { left[kind] += 1 }
            let facts = tables.kinds[kind]
            for index in Int(facts.turnStart)..<Int(facts.turnEnd) {
                for place in fill.pointee.flushPlaces(for: kind, turn: tables.turns[index]) {
                    nodes -= 1
                    work += parameters.few.workPerNode
                    if nodes < 0 { return nil }
                    let deeper = pool.acquire(box: fill.pointee.box)
                    defer { pool.release(deeper) }
                    deeper.pointee.copy(fill.pointee)
                    deeper.pointee.place(kind, at: place)
                    if let parcel = goOn(deeper, &left, &nodes) { return parcel }
                }
            }
        }
        return nil
    }
}

extension BoxFill {
    /// Where a piece may be put in from above by all rules, flush along each axis with a wall or a side of a piece.
    fileprivate func flushPlaces(for kind: Int, turn: Lengths) -> [Cuboid] {
        let inside = facts.boxes[box]
        guard admits(kind), turn.areWithin(Lengths(inside.l, inside.w, inside.h)) else { return [] }
        let others = (0..<placedCount).map { placed[$0].place }
        let xs = Self.begins(others.flatMap { [$0.x0, $0.x1] }, length: turn.x, room: inside.l)
        let ys = Self.begins(others.flatMap { [$0.y0, $0.y1] }, length: turn.y, room: inside.w)
        let tops = others.map(\.z1)
        // Without support a piece may hang under the lid, above what must not carry it.
        let zs =
            facts.supportShare > 0
            ? Set([0] + tops).sorted() : Self.begins(tops, length: turn.z, room: inside.h)
        var places: [Cuboid] = []
        for z in zs where z + turn.z <= inside.h {
            for y in ys {
                for x in xs {
                    let low = Lengths(x, y, z)
                    let place = Cuboid(low: low, high: low + turn)
                    if isOpenAbove(place) && canStand(kind, at: place) { places.append(place) }
                }
            }
        }
        return places
    }

    private static func begins(_ sides: [Int32], length: Int32, room: Int32) -> [Int32] {
        Set([0, room - length] + sides + sides.map { $0 - length }).filter { $0 >= 0 && $0 + length <= room }
            .sorted()
    }

    /// Whether nothing is at `place` or above it, and nothing fragile under it.
    private func isOpenAbove(_ place: Cuboid) -> Bool {
        !(0..<placedCount).contains { index in
            let other = placed[index]
            return other.place.planOverlap(place) > 0
                && (other.place.z1 > place.z0 || facts.kinds[Int(other.kind)].isFragile)
        }
    }
}
