/// The walkable lines of a building while it is laid out: straight pieces with the points on them that matter.
struct WalkLines {
    private(set) var points: [Point] = []
    private(set) var lines: [WalkLine] = []
    private var nodeAt: [Point: Int] = [:]

    /// The node at a point; a new one where there was none.
    mutating func node(at point: Point) -> Int {
        if let node = nodeAt[point] { return node }
        let node = points.count
        nodeAt[point] = node
        points.append(point)
        return node
    }

    /// Adds a line between two points with a node at either end, and gives its index.
    mutating func add(_ line: WalkLine) -> Int {
        lines.append(line)
        let index = lines.count - 1
        mark(line.start, along: 0, on: index)
        mark(line.end, along: line.spanMM, on: index)
        return index
    }

    /// Puts a node on a line, `along` millimetres straight from its start.
    @discardableResult
    mutating func mark(_ point: Point, along: Int, on index: Int) -> Int {
        let node = node(at: point)
        lines[index].add(node, along: along)
        return node
    }

    mutating func cut(_ cut: WalkLine.Cut, on index: Int) { lines[index].cuts.append(cut) }

    /// The walkable point nearest to `point` on its storey; of equally near ones that of the first line.
    func nearest(to point: Point, except excluded: Int? = nil) -> Foot? {
        var best: Foot?
        for (index, line) in lines.enumerated() where index != excluded {
            guard line.isLevel, line.start.floor == point.floor else { continue }
            let foot = line.nearestPoint(to: point)
            let squared = foot.squaredMM(to: point)
            if squared < best?.squaredMM ?? .max {
                best = Foot(line: index, point: foot, squaredMM: squared)
            }
        }
        return best
    }

    /// Where a straight line from somewhere meets a walkable line.
    struct Foot {
        let line: Int
        let point: Point
        let squaredMM: Int
    }
}

/// A straight piece that one walks along: an aisle, a cross aisle or a piece of a walkway.
struct WalkLine {
    enum Kind: Equatable {
        case aisle(Int)
        case crossAisle(Int)
        case walkway(Int)
    }

    /// Where it cannot be passed, in millimetres from its start.
    enum Cut {
        /// Both stretches that touch this point.
        case at(Int)
        /// Everything between two points.
        case between(Int, Int)
    }

    let kind: Kind
    let start: Point
    let end: Point
    /// What walking all of it costs: its straight length and what is added to it.
    let lengthMM: Int
    let direction: WalkDirection
    /// Who cannot use it.
    let notFor: [Means]
    var cuts: [Cut] = []
    /// The nodes on it; by growing distance once ``ordered()``.
    private(set) var stops: [Stop] = []

    struct Stop {
        let node: Int
        /// Straight millimetres from the start.
        let along: Int
    }

    init(
        _ kind: Kind, from start: Point, to end: Point, addedMM: Int = 0, _ direction: WalkDirection,
        notFor: [Means] = []
    ) {
        (self.kind, self.start, self.end, self.direction, self.notFor) = (kind, start, end, direction, notFor)
        straightMM = start.straightMM(to: end)
        lengthMM = straightMM + addedMM
    }

    let straightMM: Int
    /// Where its end lies: at least 1, so that a lift's landings above each other are two stops.
    var spanMM: Int { max(1, straightMM) }
    var isLevel: Bool { start.floor == end.floor }

    fileprivate mutating func add(_ node: Int, along: Int) { stops.append(Stop(node: node, along: along)) }

    /// The same line with its stops in order, each once.
    func ordered() -> WalkLine {
        var line = self
        line.stops.sort { ($0.along, $0.node) < ($1.along, $1.node) }
        var kept: [Stop] = []
        for stop in line.stops where kept.last?.node != stop.node { kept.append(stop) }
        line.stops = kept
        return line
    }

    /// What walking from the start to a point `along` the line costs.
    func costMM(along: Int) -> Int { dividedHalfUp(along * lengthMM, spanMM) }

    func isCut(from: Int, to: Int) -> Bool {
        cuts.contains { cut in
            switch cut {
            case .at(let along): from <= along && along <= to
            case .between(let low, let high): low <= from && to <= high
            }
        }
    }

    /// The point of the line nearest to `point`.
    func nearestPoint(to point: Point) -> Point {
        if start.xMM == end.xMM || start.yMM == end.yMM {
            return Point(
                xMM: min(max(point.xMM, min(start.xMM, end.xMM)), max(start.xMM, end.xMM)),
                yMM: min(max(point.yMM, min(start.yMM, end.yMM)), max(start.yMM, end.yMM)), floor: point.floor
            )
        }
        let (dx, dy) = (end.xMM - start.xMM, end.yMM - start.yMM)
        let product = (point.xMM - start.xMM) * dx + (point.yMM - start.yMM) * dy
        let share = min(max(Double(product) / Double(dx * dx + dy * dy), 0), 1)
        return Point(
            xMM: start.xMM + Int((share * Double(dx)).rounded()),
            yMM: start.yMM + Int((share * Double(dy)).rounded()), floor: point.floor)
    }
}
