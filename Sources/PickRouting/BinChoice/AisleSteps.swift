import WarehouseLayout

/// A wholly open rectangular floor as a row of steps from left to right, and before each of them, for every state
/// of a partial walk, the least length so far and the least length still to come.
///
/// The states and what a step makes of them are those of the aisle program (Ratliff and Rosenthal 1983). With
/// both costs at hand, what another way through one stretch costs is found without visiting any other stretch.
final class AisleSteps {
    enum Step {
        /// On to the next column, this far away.
        case cross(pitch: Int)
        /// The walk starts, ends or has to call at a corner of the column.
        case call(corner: Int, isEnd: Bool)
        /// Along one stretch of an aisle, in one of its shapes.
        case walk(stretch: Int)
    }

    /// Between two cross aisles of one aisle.
    struct Stretch {
        let step: Int
        /// Counted from the front, what its block is in the tables.
        let block: Int
        let lowMM: Int
        let highMM: Int
        /// The points in it, front to back.
        let points: Range<Int>
    }

    /// The ways through a stretch: not at all, once, twice, from the front, from the back, from both.
    static let shapes = 6
    /// Longer than any walk.
    static let impossible = 1 << 40

    private(set) var steps: [Step] = []
    private(set) var stretches: [Stretch] = []
    /// By point, how far from the front it lies.
    private(set) var pointY: [Int] = []
    /// By the places given: its point.
    private(set) var pointOfPlace: [Int] = []
    /// By point: its stretch.
    private(set) var stretchOfPoint: [Int] = []
    /// Walked whatever the bins: into and out of the spurs of the start and the end.
    let spursMM: Int
    /// The lengths of any two walks differ by a multiple of this.
    private(set) var lengthStepMM = 0
    let table: FrontierTable
    let states: Int
    /// By state, what it becomes where one cross aisle is left.
    private lazy var drops = dropsByState()
    /// By state, as far as asked for, what it may become where cross aisles are left.
    private var reached: [[Int]?] = []
    /// `[step * (states + 1) + state]`
    let costSoFar: FlatArray<Int>
    let costToCome: FlatArray<Int>

    /// Nil where the floor is not wholly open, the walk starts or ends inside an aisle, or a place does not
    /// lie between two corners of an aisle.
    init?(from start: PlaceID, to end: PlaceID, places: [PlaceID], on floor: RectangularFloor) {
        guard floor.isWhollyOpen else { return nil }
        let ends = [floor.points[start.index], floor.points[end.index]]
        let points = places.map { floor.points[$0.index] }
        let aisleXs = Set(floor.aisleX)
        let corners = Set(floor.crossAisleY)
        let blocks = zip(floor.crossAisleY, floor.crossAisleY.dropFirst()).map { ($0, $1) }
        guard
            points.allSatisfy({
                $0.isOnGrid && $0.spurMM == 0 && aisleXs.contains($0.x) && !corners.contains($0.y)
            }), ends.allSatisfy({ $0.isOnGrid && corners.contains($0.y) })
        else { return nil }
        let isRound = start == end
        let isOpen = ends[0].x != ends[1].x || ends[0].y != ends[1].y
        spursMM = isRound ? 2 * Int(ends[0].spurMM) : Int(ends[0].spurMM) + Int(ends[1].spurMM)
        // A way between two points that both stand between aisles may need any aisle.
        let needsAll = !isRound && !ends.contains { aisleXs.contains($0.x) }
        let table = FrontierTable.table(crossAisles: floor.crossAisles, isOpen: isOpen)
        self.table = table
        states = table.stateCount
        reached = Array(repeating: nil, count: table.stateCount)
        var pointAt: [Int64: Int] = [:]
        var last: Int32?
        let xs = Set((points + ends).map(\.x)).union(needsAll ? aisleXs : []).sorted()
        for x in xs {
            if let last { steps.append(.cross(pitch: Int(x - last))) }
            last = x
            for (corner, y) in floor.crossAisleY.enumerated()
            where ends.contains(where: { $0.x == x && $0.y == y }) {
                steps.append(.call(corner: corner, isEnd: isOpen))
            }
            guard aisleXs.contains(x) else { continue }
            let here = points.filter { $0.x == x }.map(\.y)
            for (block, (low, high)) in blocks.enumerated() {
                let first = pointY.count
                for y in Set(here.filter { low < $0 && $0 < high }).sorted() {
                    pointAt[Int64(x) << 32 | Int64(y)] = pointY.count
                    stretchOfPoint.append(stretches.count)
                    pointY.append(Int(y))
                }
                stretches.append(
                    Stretch(
                        step: steps.count, block: block, lowMM: Int(low), highMM: Int(high),
                        points: first..<pointY.count))
                steps.append(.walk(stretch: stretches.count - 1))
            }
        }
        pointOfPlace = points.compactMap { pointAt[Int64($0.x) << 32 | Int64($0.y)] }
        let costs = (steps.count + 1) * (table.stateCount + 1)
        costSoFar = FlatArray(repeating: Self.impossible, count: costs)
        costToCome = FlatArray(repeating: Self.impossible, count: costs)
        costSoFar[0] = 0
        for place in 0..<table.whole.count {
            costToCome[steps.count * (table.stateCount + 1) + Int(table.whole[place])] = 0
        }
        lengthStepMM = 2 * max(1, Self.step(of: xs, points.map(\.y) + floor.crossAisleY))
    }

    /// The largest number that all ways along the grid are multiples of: a walk that comes back goes along
    /// every line of the grid an even number of times.
    private static func step(of xs: [Int32], _ ys: [Int32]) -> Int {
        var step = 0
        for line in [xs, ys] {
            for place in line {
                var (large, small) = (step, Int((place - line[0]).magnitude))
                while small != 0 { (large, small) = (small, large % small) }
                step = large
            }
        }
        return step
    }
}

// MARK: What a step makes of a state

extension AisleSteps {
    func target(of state: Int, shape: Int, in stretch: Stretch) -> Int {
        Int(targets(of: shape, in: stretch)[state])
    }

    /// What a state may become where cross aisles are left, itself first.
    func leaving(_ state: Int) -> [Int] {
        if let known = reached[state] { return known }
        var found = [state]
        var next = 0
        while next < found.count {
            for after in drops[found[next]] where !found.contains(after) { found.append(after) }
            next += 1
        }
        reached[state] = found
        return found
    }

    private func dropsByState() -> [[Int]] {
        var drops: [[Int]] = Array(repeating: [], count: states)
        for pair in stride(from: 0, to: table.dropping.count, by: 2) {
            drops[Int(table.dropping[pair])].append(Int(table.dropping[pair + 1]))
        }
        return drops
    }

    func called(_ state: Int, corner: Int, isEnd: Bool) -> Int {
        Int(isEnd ? table.turning[corner * states + state] : table.touching[corner * states + state])
    }

    /// How many edges a state sends on along the cross aisles.
    func edges(of state: Int) -> Int { Int(table.edgesOn[state]) }

    /// What walking a stretch in a shape makes of every state.
    @inline(__always)
    func targets(of shape: Int, in stretch: Stretch) -> UnsafePointer<UInt16> {
        UnsafePointer(table.walking.base + (shape * (table.crossAisles - 1) + stretch.block) * states)
    }
}
