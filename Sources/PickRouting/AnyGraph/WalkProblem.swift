import WarehouseLayout

/// What every any-graph method works on: distinct stops in a dense table of distances.
///
/// Nodes 0..<stopCount are stops, the next is the start, the last the end. The walk is seen as a cycle that
/// is closed by an edge from the end to the start so cheap that no method takes it out.
///
/// Precedence enters as a toll for every class boundary crossed. The start has the lowest class and the end
/// the highest, so a walk that climbs the classes once pays the least toll there is, and any other more.
/// The toll is the same in both directions: symmetric problems stay symmetric.
struct WalkProblem {
    /// 1,000 km in millimetres; keeps sums of tolls and distances far from overflow.
    static let distanceMax = 1_000_000_000

    let stopCount: Int
    /// The classes of the stops, counted from 0 without gaps.
    let ranks: [Int]
    let isSymmetric: Bool
    /// Row by row: `table[from * nodeCount + to]`, with tolls and the edge that closes the cycle.
    let table: [Int]
    /// What tolls and the closing edge add to the cycle of a walk that keeps to the precedence.
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
    ///   - distances: row by row between the stops, then the start, then the end.
    ///   - ranks: the classes of the stops.
    init(distances: [Int], ranks: [Int]) {
        let count = ranks.count + 2
        var table = distances
        self.ranks = ranks
        let lastRank = ranks.max() ?? 0
        let longest = table.max() ?? 0
        isSymmetric = Self.isSymmetric(table, count: count)
        stopCount = count - 2

        let toll = lastRank == 0 ? 0 : longest * count + 1
        if lastRank > 0 {
            let nodeRanks = ranks + [0, lastRank]
            for row in 0..<count {
                for column in 0..<count {
                    table[row * count + column] += toll * abs(nodeRanks[row] - nodeRanks[column])
                }
            }
        }
        let tie = Self.edgesPerMoveMax * (longest + toll * lastRank + 1)
        table[(count - 1) * count + count - 2] = -tie
        table[(count - 2) * count + count - 1] = isSymmetric ? -tie : tie
        self.table = table
        surcharge = toll * lastRank - tie
    }

    /// No move of a local search takes out more edges than this.
    private static let edgesPerMoveMax = 64

    private static func distance(
        from: PlaceID, to: PlaceID, on ground: any WalkingGround
    ) throws(RoutingError) -> Int {
        guard let distance = ground.distanceMM(from: from, to: to) else { throw .noWay(from: from, to: to) }
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

    /// The length of the walk that calls at the stops in this order.
    func length(of order: [Int]) -> Int {
        var total = 0
        var here = start
        for stop in order + [end] {
            total += table[here * nodeCount + stop]
            here = stop
        }
        return total + table[end * nodeCount + start] - surcharge
    }
}
