import WarehouseLayout

/// What every any-graph method works on: distinct stops in a dense table of distances.
///
/// Nodes 0..<stopCount are stops, the next is the start, the last the end. The walk is seen as a cycle that
/// is closed by an edge from the end to the start so cheap that no method removes it.
///
/// Precedence enters as a toll for every class boundary crossed. The start has the lowest class and the end
/// the highest, so a walk that goes through the classes once pays the least toll, and any other more.
/// The toll is the same in both directions: symmetric problems stay symmetric.
///
/// Where no way leads from one place to another, the table holds a length beyond any walk's: a walk without
/// such steps is shorter than any with one.
struct WalkProblem {
    /// 1,000 km in millimetres; keeps sums of tolls and distances far from overflow.
    static let distanceMax = 1_000_000_000

    /// Stands for a distance where there is no way.
    static let noWay = -1

    let stopCount: Int
    /// The classes of the stops, counted from 0 without gaps.
    let ranks: [Int]
    let isSymmetric: Bool
    /// Row by row: `table[from * nodeCount + to]`, with tolls and the edge that closes the cycle.
    let table: [Int]
    /// What a class boundary costs, and a step for which there is no way: more than a whole walk.
    let toll: Int
    /// What tolls and the closing edge add to the length of a walk that keeps to the precedence.
    let surcharge: Int

    var nodeCount: Int { stopCount + 2 }
    var start: Int { stopCount }
    var end: Int { stopCount + 1 }

    /// - Complexity: O(n²) distance look-ups for n stops
    init(
        from start: PlaceID, to end: PlaceID, stops: MergedStops, on ground: any WalkingGround
    ) throws(RoutingError) {
        let places = stops.stops.map(\.place) + [start, end]
        let count = places.count
        var table = [Int](repeating: 0, count: count * count)
        for row in 0..<count {
            for column in 0..<count where row != column {
                table[row * count + column] = try Self.distance(
                    from: places[row], to: places[column], on: ground)
            }
        }
        self.init(distances: table, ranks: stops.ranks)
    }

    /// - Parameters:
    ///   - distances: row by row between the stops, then the start, then the end; `noWay` where there is none.
    ///   - ranks: the classes of the stops.
    init(distances: [Int], ranks: [Int]) {
        let count = ranks.count + 2
        precondition(distances.count == count * count, "a row for each node")
        var table = distances
        self.ranks = ranks
        let lastRank = ranks.max() ?? 0
        let longest = table.max() ?? 0
        toll = longest * count + 1
        var dearest = longest
        for entry in table.indices where table[entry] == Self.noWay { (table[entry], dearest) = (toll, toll) }
        isSymmetric = Self.isSymmetric(table, count: count)
        stopCount = count - 2

        if lastRank > 0 {
            let nodeRanks = ranks + [0, lastRank]
            for row in 0..<count {
                for column in 0..<count {
                    table[row * count + column] += toll * abs(nodeRanks[row] - nodeRanks[column])
                }
            }
        }
        let tie = Self.edgesPerMoveMax * (dearest + toll * lastRank + 1)
        table[(count - 1) * count + count - 2] = -tie
        table[(count - 2) * count + count - 1] = isSymmetric ? -tie : tie
        self.table = table
        surcharge = toll * lastRank - tie
    }

    /// The same stops in whatever order.
    var withoutClasses: WalkProblem {
        guard let lastRank = ranks.max(), lastRank > 0 else { return self }
        let nodeRanks = ranks + [0, lastRank]
        var distances = table
        for row in 0..<nodeCount {
            for column in 0..<nodeCount {
                distances[row * nodeCount + column] -= toll * abs(nodeRanks[row] - nodeRanks[column])
            }
        }
        // The edges that close the cycle are set anew.
        (distances[start * nodeCount + end], distances[end * nodeCount + start]) = (0, 0)
        return WalkProblem(distances: distances, ranks: [Int](repeating: 0, count: stopCount))
    }

    /// No move of a local search removes more edges than this.
    private static let edgesPerMoveMax = 64

    private static func distance(
        from: PlaceID, to: PlaceID, on ground: any WalkingGround
    ) throws(RoutingError) -> Int {
        if from == to { return 0 }
        guard let distance = ground.distanceMM(from: from, to: to) else { return noWay }
        guard 0...distanceMax ~= distance else { throw .distanceOutOfRange(distance, from: from, to: to) }
        return distance
    }

    private static func isSymmetric(_ table: [Int], count: Int) -> Bool {
        for row in 0..<count {
            for column in 0..<row where table[row * count + column] != table[column * count + row] {
                return false
            }
        }
        return true
    }

    /// The length of the walk that calls at the stops in this order, with the tolls of steps that
    /// have no way and of classes out of turn.
    func length(of order: [Int]) -> Int {
        var total = 0
        var here = start
        for stop in order + [end] {
            total += table[here * nodeCount + stop]
            here = stop
        }
        return total + table[end * nodeCount + start] - surcharge
    }

    /// The length of the walk in millimetres; nil where a step has no way or the classes are not kept.
    func walkMM(of order: [Int]) -> Int? {
        let length = length(of: order)
        return length < toll ? length : nil
    }

    /// The same stops class by class, where a class out of turn avoided a step that has no way.
    func classByClass(_ order: [Int]) -> [Int] {
        order.enumerated().sorted { (ranks[$0.element], $0.offset) < (ranks[$1.element], $1.offset) }
            .map(\.element)
    }
}
