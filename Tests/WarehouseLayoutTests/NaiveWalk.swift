import WarehouseLayout

/// Walking distances found the plainest way: every point of interest is a vertex, and one vertex after another
/// is found by reading all of them. It shares nothing with what it checks.
struct NaiveWalk {
    private var names: [String] = []
    private var index: [String: Int] = [:]
    private var edges: [[(to: Int, length: Int)]] = []

    mutating func vertex(_ name: String) -> Int {
        if let known = index[name] { return known }
        index[name] = names.count
        names.append(name)
        edges.append([])
        return names.count - 1
    }

    mutating func join(_ from: String, _ to: String, _ length: Int, isOneWay: Bool = false) {
        let (a, b) = (vertex(from), vertex(to))
        edges[a].append((b, length))
        if !isOneWay { edges[b].append((a, length)) }
    }

    /// The distances from one vertex to all; nil where there is no way.
    func distances(from name: String) -> [String: Int] {
        guard let start = index[name] else { return [name: 0] }
        var best = Array(repeating: Int.max, count: names.count)
        var isFinal = Array(repeating: false, count: names.count)
        best[start] = 0
        while true {
            var here: Int?
            for vertex in best.indices
            where !isFinal[vertex] && best[vertex] < here.map({ best[$0] }) ?? .max {
                here = vertex
            }
            guard let here else { break }
            isFinal[here] = true
            for edge in edges[here] { best[edge.to] = min(best[edge.to], best[here] + edge.length) }
        }
        return Dictionary(
            uniqueKeysWithValues: names.indices.filter { best[$0] < .max }.map { (names[$0], best[$0]) })
    }
}

extension NaiveWalk {
    /// The walk over a floor made by chance. Bins stand where the layout says; `NumberingTests` check that.
    init(_ spec: FloorSpec, _ layout: Layout) {
        var marks: [Line: Set<Int>] = [:]
        for (number, aisle) in spec.aisles.enumerated() {
            marks[.aisle(number), default: []].formUnion([aisle.from, aisle.to])
            for (row, crossAisle) in spec.crossAisles.enumerated()
            where (aisle.from...aisle.to).contains(crossAisle.y) {
                marks[.aisle(number), default: []].insert(crossAisle.y)
                marks[.row(row), default: []].insert(aisle.x)
            }
        }
        for (number, aisle) in spec.aisles.enumerated() {
            for bin in layout.bins where bin.aisle?.text == aisle.id {
                marks[.aisle(number), default: []].insert(layout.point(of: bin.place).yMM)
            }
        }
        let grid = marks
        for (number, way) in spec.walkways.enumerated() { marks[.way(number)] = [0, way.straightMM] }
        for station in spec.stations {
            let foot = Self.nearest(station, spec, grid)
            switch foot.line {
            case .aisle: marks[foot.line, default: []].insert(foot.y)
            case .row: marks[foot.line, default: []].insert(foot.x)
            case .way(let number):
                let way = spec.walkways[number]
                let along = Self.straight(foot.x - way.from.0, foot.y - way.from.1)
                if along > 0, along < way.straightMM {
                    marks[foot.line, default: []].insert(along)
                    join("way \(number),\(along)", "\(foot.x),\(foot.y)", 0)
                }
            }
            join(
                "\(foot.x),\(foot.y)", "station \(station.id)",
                Self.straight(foot.x - station.x, foot.y - station.y))
        }
        joinLines(spec, marks)
    }

    private enum Line: Hashable {
        case aisle(Int)
        case row(Int)
        case way(Int)
    }

    /// Joins two points of a walkway: its extra is spread evenly over it.
    private mutating func join(_ spec: FloorSpec, way number: Int, _ low: Int, _ high: Int) {
        let way = spec.walkways[number]
        func name(_ along: Int) -> String {
            if along == 0 { return "\(way.from.0),\(way.from.1)" }
            return along == way.straightMM ? "\(way.to.0),\(way.to.1)" : "way \(number),\(along)"
        }
        func cost(_ along: Int) -> Int {
            let share = Double(along) / Double(way.straightMM) * Double(way.straightMM + way.extra)
            return Int((share + 0.5).rounded(.down))
        }
        join(name(low), name(high), cost(high) - cost(low), isOneWay: way.oneWay)
    }

    private mutating func joinLines(_ spec: FloorSpec, _ marks: [Line: Set<Int>]) {
        for (line, stops) in marks {
            let ordered = stops.sorted()
            for (low, high) in zip(ordered, ordered.dropFirst()) where !Self.isCut(line, low, high, spec) {
                switch line {
                case .way(let number): join(spec, way: number, low, high)
                case .aisle(let number):
                    let aisle = spec.aisles[number]
                    let (a, b) = aisle.oneWay == "down" ? (high, low) : (low, high)
                    join("\(aisle.x),\(a)", "\(aisle.x),\(b)", high - low, isOneWay: aisle.oneWay != nil)
                case .row(let number):
                    let row = spec.crossAisles[number]
                    let (a, b) = row.oneWay == "left" ? (high, low) : (low, high)
                    join("\(a),\(row.y)", "\(b),\(row.y)", high - low, isOneWay: row.oneWay != nil)
                }
            }
        }
    }

    private static func isCut(_ line: Line, _ low: Int, _ high: Int, _ spec: FloorSpec) -> Bool {
        spec.closures.contains { closure in
            switch (closure, line) {
            case (.mouth(let aisle, let row), .aisle(let number)):
                aisle == number && (low == spec.crossAisles[row].y || high == spec.crossAisles[row].y)
            case (.pillar(let aisle, let y), .aisle(let number)): aisle == number && low <= y && y <= high
            case (.gap(let row, let left), .row(let number)):
                row == number && spec.aisles[left].x <= low && high <= spec.aisles[left + 1].x
            default: false
            }
        }
    }

    private static func nearest(
        _ station: FloorSpec.Station, _ spec: FloorSpec, _ marks: [Line: Set<Int>]
    ) -> (line: Line, x: Int, y: Int) {
        var best: (line: Line, x: Int, y: Int)?
        var least = Int.max
        func offer(_ line: Line, _ x: Int, _ y: Int) {
            let squared = (x - station.x) * (x - station.x) + (y - station.y) * (y - station.y)
            if squared < least { (best, least) = ((line, x, y), squared) }
        }
        for (number, aisle) in spec.aisles.enumerated() {
            offer(.aisle(number), aisle.x, min(max(station.y, aisle.from), aisle.to))
        }
        for (number, row) in spec.crossAisles.enumerated() {
            guard let met = marks[.row(number)], let left = met.min(), let right = met.max() else { continue }
            offer(.row(number), min(max(station.x, left), right), row.y)
        }
        for (number, way) in spec.walkways.enumerated() {
            let (dx, dy) = (Double(way.to.0 - way.from.0), Double(way.to.1 - way.from.1))
            let share =
                (Double(station.x - way.from.0) * dx + Double(station.y - way.from.1) * dy)
                / (dx * dx + dy * dy)
            let inside = min(max(share, 0), 1)
            offer(
                .way(number), way.from.0 + Int((inside * dx).rounded()),
                way.from.1 + Int((inside * dy).rounded()))
        }
        return best ?? (.aisle(0), 0, 0)
    }

    /// The length of a straight line, rounded half up by trying.
    fileprivate static func straight(_ x: Int, _ y: Int) -> Int {
        let length = Double(x * x + y * y).squareRoot()
        return Int((length + 0.5).rounded(.down))
    }
}

extension FloorSpec.Walkway {
    fileprivate var straightMM: Int { NaiveWalk.straight(from.0 - to.0, from.1 - to.1) }
}
