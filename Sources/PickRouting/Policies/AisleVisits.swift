/// Stops aisle by aisle, from the aisle nearest the start's side to the farthest, and the rules for walking them.
struct AisleVisits {
    struct Visit {
        let stop: Int
        let x: Int
        let y: Int
    }

    /// From front to back.
    let depth: Int
    /// Each front to back.
    private let aisles: [[Visit]]

    init(_ visits: [Visit], startX: Int, depth: Int) {
        self.depth = depth
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
        self.aisles = abs(startX - left) <= abs(startX - right) ? aisles : aisles.reversed()
    }

    /// Up the first aisle, down the next.
    func sShape() -> [Int] {
        aisles.enumerated().flatMap { index, visits in
            (index.isMultiple(of: 2) ? visits : visits.reversed()).map(\.stop)
        }
    }

    /// Into each aisle from the front and back out.
    func returning() -> [Int] { aisles.flatMap { $0.map(\.stop) } }

    /// Through the first aisle to the back, from there into each aisle as far as its limit, through the last
    /// aisle to the front, and from there into the aisles again.
    func split(at limit: ([Visit]) -> Int) -> [Int] {
        guard aisles.count > 1 else { return returning() }
        let inner = aisles[1..<(aisles.count - 1)]
        let fromBack = inner.flatMap { visits in
            visits.reversed().filter { $0.y > limit(visits) }
        }
        let fromFront = inner.reversed().flatMap { visits in
            visits.filter { $0.y <= limit(visits) }
        }
        return (aisles[0] + fromBack + aisles[aisles.count - 1].reversed() + fromFront).map(\.stop)
    }

    /// Where the widest gap begins that is left out, the ends of the aisle counted as neighbours.
    func largestGap(_ visits: [Visit]) -> Int {
        let ys = [0] + visits.map(\.y) + [depth]
        let widest = zip(ys, ys.dropFirst()).max { $0.1 - $0.0 < $1.1 - $1.0 }
        return widest?.0 ?? 0
    }

    /// Each aisle either traversed or entered and left at the same end, whichever makes the whole shortest.
    func combined() -> [Int] {
        // What it costs to stand at the front or the back after the aisles so far, and with which choices.
        var front: (length: Int, order: [Int])? = (0, [])
        var back: (length: Int, order: [Int])?
        for (index, visits) in aisles.enumerated() {
            let (low, high) = (visits[0].y, visits[visits.count - 1].y)
            let (up, down) = (visits.map(\.stop), visits.reversed().map(\.stop))
            let nextFront = [
                front.map { ($0.length + 2 * high, $0.order + up) },
                back.map { ($0.length + depth, $0.order + down) },
            ]
            let nextBack = [
                front.map { ($0.length + depth, $0.order + up) },
                back.map { ($0.length + 2 * (depth - low), $0.order + down) },
            ]
            front = nextFront.compactMap { $0 }.min { $0.0 < $1.0 }
            back = index + 1 < aisles.count ? nextBack.compactMap { $0 }.min { $0.0 < $1.0 } : nil
        }
        return front?.order ?? []
    }
}
