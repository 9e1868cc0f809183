/// The stops of one block, aisle by aisle in the order in which the picker comes to them, and the rules for
/// walking them. A picker leaves a block at its front.
struct BlockVisits {
    struct Visit {
        let stop: Int
        let x: Int
        let y: Int
    }

    /// The cross aisles in front of the block and behind it.
    private let frontY: Int
    private let backY: Int
    /// Whether the picker comes from the front, as to the farthest block, or from the back.
    private let comesFromFront: Bool
    /// Each front to back.
    private let aisles: [[Visit]]

    /// - Parameter fromX: where the picker comes from; the side of the block nearer to it is first.
    init(_ visits: [Visit], rows: (frontY: Int, backY: Int), fromX: Int, comesFromFront: Bool) {
        (frontY, backY) = rows
        self.comesFromFront = comesFromFront
        let sorted = visits.sorted { ($0.x, $0.y, $0.stop) < ($1.x, $1.y, $1.stop) }
        var aisles: [[Visit]] = []
        for visit in sorted {
            if aisles.last?.first?.x == visit.x {
                aisles[aisles.count - 1].append(visit)
            } else {
                aisles.append([visit])
            }
        }
        let left = aisles.first?.first?.x ?? 0
        let right = aisles.last?.first?.x ?? 0
        self.aisles = abs(fromX - left) <= abs(fromX - right) ? aisles : aisles.reversed()
    }

    /// Through one aisle, back through the next.
    func sShape() -> [Visit] {
        aisles.enumerated().flatMap { index, visits in
            index.isMultiple(of: 2) == comesFromFront ? visits : visits.reversed()
        }
    }

    /// Into each aisle from the front and back out.
    func returning() -> [Visit] { aisles.flatMap { $0 } }

    /// From either end as far as the middle.
    func midpoint() -> [Visit] { split { _ in frontY + (backY - frontY) / 2 } }

    /// From either end as far as the widest gap, the ends of the aisle counted as neighbours.
    func largestGap() -> [Visit] {
        split { visits in
            let ys = [frontY] + visits.map(\.y) + [backY]
            return zip(ys, ys.dropFirst()).max { $0.1 - $0.0 < $1.1 - $1.0 }?.0 ?? frontY
        }
    }

    /// A picker who comes from the front goes through the first aisle. Then along the back into each aisle as far as its
    /// limit, through the last aisle to the front, and along the front into the aisles again.
    private func split(at limit: ([Visit]) -> Int) -> [Visit] {
        guard aisles.count > 1 else { return comesFromFront ? returning() : aisles.flatMap { $0.reversed() } }
        let first = comesFromFront ? aisles[0] : []
        let inner = aisles[(comesFromFront ? 1 : 0)..<(aisles.count - 1)]
        let fromBack = inner.flatMap { visits in
            let limit = limit(visits)
            return visits.reversed().filter { $0.y > limit }
        }
        let fromFront = inner.reversed().flatMap { visits in
            let limit = limit(visits)
            return visits.filter { $0.y <= limit }
        }
        return first + fromBack + aisles[aisles.count - 1].reversed() + fromFront
    }

    /// Each aisle either traversed or entered and left at the same end, whichever makes the whole shortest.
    func combined() -> [Visit] {
        // What it costs to stand at the front or the back after the aisles so far, and with which choices.
        var front: (length: Int, order: [Visit])? = comesFromFront ? (0, []) : nil
        var back: (length: Int, order: [Visit])? = comesFromFront ? nil : (0, [])
        let depth = backY - frontY
        for visits in aisles {
            let (low, high) = (visits[0].y, visits[visits.count - 1].y)
            let toFront = [
                front.map { ($0.length + 2 * (high - frontY), $0.order + visits) },
                back.map { ($0.length + depth, $0.order + visits.reversed()) },
            ]
            let toBack = [
                front.map { ($0.length + depth, $0.order + visits) },
                back.map { ($0.length + 2 * (backY - low), $0.order + visits.reversed()) },
            ]
            front = toFront.compactMap { $0 }.min { $0.0 < $1.0 }
            back = toBack.compactMap { $0 }.min { $0.0 < $1.0 }
        }
        return front?.order ?? []
    }
}
