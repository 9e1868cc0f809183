import WarehouseLayout

/// Walking distances found the plainest way: every point of interest is a vertex, and one vertex after another
/// is settled by looking through all of them. It shares nothing with what it checks.
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
        var isSettled = Array(repeating: false, count: names.count)
        best[start] = 0
        while true {
            var here: Int?
            for vertex in best.indices where !isSettled[vertex] && best[vertex] < here.map({ best[$0] }) ?? .max {
                here = vertex
            }
            guard let here else { break }
            isSettled[here] = true
            for edge in edges[here] { best[edge.to] = min(best[edge.to], best[here] + edge.length) }
        }
        return Dictionary(uniqueKeysWithValues: names.indices.filter { best[$0] < .max }.map { (names[$0], best[$0]) })
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
        for station in spec.stations {
            let foot = Self.nearest(station, spec, grid)
            marks[foot.line, default: []].insert(foot.isAisle ? foot.y : foot.x)
            join("\(foot.x),\(foot.y)", "station \(station.id)", Self.straight(foot.x - station.x, foot.y - station.y))
        }
        joinLines(spec, marks)
        for way in spec.walkways {
            let length = Self.straight(way.from.0 - way.to.0, way.from.1 - way.to.1) + way.extra
            join("\(way.from.0),\(way.from.1)", "\(way.to.0),\(way.to.1)", length, isOneWay: way.oneWay)
        }
    }

    private enum Line: Hashable { case aisle(Int), row(Int) }

    private mutating func joinLines(_ spec: FloorSpec, _ marks: [Line: Set<Int>]) {
        for (line, stops) in marks {
            let ordered = stops.sorted()
            for (low, high) in zip(ordered, ordered.dropFirst()) where !Self.isCut(line, low, high, spec) {
                switch line {
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
    ) -> (line: Line, isAisle: Bool, x: Int, y: Int) {
        var best: (line: Line, isAisle: Bool, x: Int, y: Int)?
        var least = Int.max
        func offer(_ line: Line, _ isAisle: Bool, _ x: Int, _ y: Int) {
            let squared = (x - station.x) * (x - station.x) + (y - station.y) * (y - station.y)
            if squared < least { (best, least) = ((line, isAisle, x, y), squared) }
        }
        for (number, aisle) in spec.aisles.enumerated() {
            offer(.aisle(number), true, aisle.x, min(max(station.y, aisle.from), aisle.to))
        }
        for (number, row) in spec.crossAisles.enumerated() {
            guard let met = marks[.row(number)], let left = met.min(), let right = met.max() else { continue }
            offer(.row(number), false, min(max(station.x, left), right), row.y)
        }
        return best ?? (.aisle(0), true, 0, 0)
    }

    /// The length of a straight line, rounded half up by trying.
    private static func straight(_ x: Int, _ y: Int) -> Int {
        let length = Double(x * x + y * y).squareRoot()
        return Int((length + 0.5).rounded(.down))
    }
}
