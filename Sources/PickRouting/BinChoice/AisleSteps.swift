import WarehouseLayout

/// A wholly open rectangular floor as a row of steps from left to right, and what every state of a half-built
/// walk is worth before each of them: the least length so far, and the least length still to come.
///
/// The states and what a step makes of them are those of the aisle program (Ratliff and Rosenthal 1983). With
/// both worths at hand, another way through one stretch is valued without looking at any other stretch.
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
    private let sofar: FlatArray<Int>
    private let tocome: FlatArray<Int>

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
        let worths = (steps.count + 1) * (table.stateCount + 1)
        sofar = FlatArray(repeating: Self.impossible, count: worths)
        tocome = FlatArray(repeating: Self.impossible, count: worths)
        sofar[0] = 0
        for place in 0..<table.whole.count {
            tocome[steps.count * (table.stateCount + 1) + Int(table.whole[place])] = 0
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

// MARK: Worths

extension AisleSteps {
    /// What bringing the worths one step on costs, in the units of work.
    var workPerStep: Int { Self.shapes * (states + 12) }

    /// The least length still to come for a half-built walk in this state before the step.
    func toCome(_ state: Int, before step: Int) -> Int { tocome[step * (states + 1) + state] }

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

    /// The least of all walks that take the stretch in this shape, without what the shape itself costs.
    func leastAround(_ stretch: Stretch, shape: Int) -> Int {
        let targets = targets(of: shape, in: stretch)
        let (before, after) = (stretch.step * (states + 1), (stretch.step + 1) * (states + 1))
        var least = Self.impossible
        for state in 0..<states {
            least = min(least, sofar[before + state] + tocome[after + Int(targets[state])])
        }
        return least
    }

    /// The least of all walks, where the worths so far and those to come meet.
    func least(before step: Int) -> Int {
        var least = Self.impossible
        for state in 0..<states {
            least = min(least, sofar[step * (states + 1) + state] + tocome[step * (states + 1) + state])
        }
        return least
    }

    /// Brings the worths so far up to the given step.
    ///
    /// - Parameters:
    ///   - prices: by stretch and shape what it costs.
    ///   - known: the step up to which they are right already.
    func runForward(from known: Int, to step: Int, prices: [Int]) {
        for index in known..<max(known, step) {
            let here = sofar.base + index * (states + 1)
            let next = here + (states + 1)
            switch steps[index] {
            case .cross(let pitch):
                next.update(from: here, count: states)
                var pair = 0
                while pair < table.dropping.count {
                    let (before, after) = (Int(table.dropping[pair]), Int(table.dropping[pair + 1]))
                    next[after] = min(next[after], next[before])
                    pair += 2
                }
                for state in 0..<states { next[state] += pitch * Int(table.edgesOn[state]) }
            case .call(let corner, let isEnd):
                next.update(repeating: Self.impossible, count: states)
                for state in 0..<states {
                    let target = called(state, corner: corner, isEnd: isEnd)
                    next[target] = min(next[target], here[state])
                }
            case .walk(let stretch):
                next.update(repeating: Self.impossible, count: states)
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let targets = targets(of: shape, in: stretches[stretch])
                    for state in 0..<states {
                        let target = Int(targets[state])
                        next[target] = min(next[target], here[state] + price)
                    }
                }
            }
            next[states] = Self.impossible
        }
    }

    /// Brings the worths still to come down to the given step, from a step for which they are right.
    func runBackward(from known: Int, to step: Int, prices: [Int]) {
        for index in stride(from: known - 1, through: step, by: -1) {
            let here = tocome.base + index * (states + 1)
            let next = here + (states + 1)
            switch steps[index] {
            case .cross(let pitch):
                for state in 0..<states { here[state] = next[state] + pitch * Int(table.edgesOn[state]) }
                var pair = table.dropping.count
                while pair > 0 {
                    pair -= 2
                    let (before, after) = (Int(table.dropping[pair]), Int(table.dropping[pair + 1]))
                    here[before] = min(here[before], here[after])
                }
            case .call(let corner, let isEnd):
                for state in 0..<states { here[state] = next[called(state, corner: corner, isEnd: isEnd)] }
            case .walk(let stretch):
                here.update(repeating: Self.impossible, count: states)
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let targets = targets(of: shape, in: stretches[stretch])
                    for state in 0..<states { here[state] = min(here[state], price + next[Int(targets[state])]) }
                }
            }
            here[states] = Self.impossible
        }
    }

    /// What walking a stretch in a shape makes of every state.
    @inline(__always)
    private func targets(of shape: Int, in stretch: Stretch) -> UnsafePointer<UInt16> {
        UnsafePointer(table.walking.base + (shape * (table.crossAisles - 1) + stretch.block) * states)
    }
}
