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
    private let wholeStates: [Int]
    /// By state, the states that it may become where cross aisles are left.
    let droppedTo: [[Int]]
    private let walking: UnsafeMutableBufferPointer<UInt16>
    private let dropping: UnsafeMutableBufferPointer<UInt16>
    private let edgesOn: UnsafeMutableBufferPointer<UInt8>
    /// `[step * (states + 1) + state]`
    private let sofar: UnsafeMutableBufferPointer<Int>
    private let tocome: UnsafeMutableBufferPointer<Int>

    deinit {
        walking.deallocate()
        dropping.deallocate()
        edgesOn.deallocate()
        sofar.deallocate()
        tocome.deallocate()
    }

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
        wholeStates = (0..<table.stateCount).filter { table.isWhole[$0] }
        droppedTo = Self.closure(of: table)
        walking = .copy(table.walking)
        dropping = .copy(table.dropping)
        edgesOn = .copy(table.edgesOn)

        var pointAt: [Int64: Int] = [:]
        var last: Int32?
        for x in Set((points + ends).map(\.x)).union(needsAll ? aisleXs : []).sorted() {
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
        sofar = .copy([Int](repeating: Self.impossible, count: worths))
        tocome = .copy([Int](repeating: Self.impossible, count: worths))
        sofar[0] = 0
        for state in wholeStates { tocome[steps.count * (states + 1) + state] = 0 }
        lengthStepMM = 2 * max(1, Self.gridStep(of: points + ends, crossAisleY: floor.crossAisleY))
    }

    /// The largest number that all ways along the grid are multiples of: a walk that comes back goes along
    /// every line of the grid an even number of times.
    private static func gridStep(of points: [RectangularFloor.GridPoint], crossAisleY: [Int32]) -> Int {
        var step = 0
        func fold(_ distance: Int32) {
            var (large, small) = (step, Int(distance.magnitude))
            while small != 0 { (large, small) = (small, large % small) }
            step = large
        }
        for point in points {
            fold(point.x - points[0].x)
            fold(point.y - crossAisleY[0])
        }
        for y in crossAisleY { fold(y - crossAisleY[0]) }
        return step
    }

    private static func closure(of table: FrontierTable) -> [[Int]] {
        (0..<table.stateCount).map { state in
            var reached = [state]
            for pair in stride(from: 0, to: table.dropping.count, by: 2)
            where reached.contains(Int(table.dropping[pair])) {
                let after = Int(table.dropping[pair + 1])
                if !reached.contains(after) { reached.append(after) }
            }
            return reached
        }
    }
}

// MARK: Worths

extension AisleSteps {
    /// What bringing the worths one step on costs, in the units of work.
    var workPerStep: Int { Self.shapes * (states + 12) }

    /// The least length still to come for a half-built walk in this state before the step.
    func toCome(_ state: Int, before step: Int) -> Int { tocome[step * (states + 1) + state] }

    func target(of state: Int, shape: Int, in stretch: Stretch) -> Int {
        Int(walking[(shape * (table.crossAisles - 1) + stretch.block) * states + state])
    }

    func called(_ state: Int, corner: Int, isEnd: Bool) -> Int {
        Int((isEnd ? table.turning : table.touching)[corner * states + state])
    }

    /// How many edges a state sends on along the cross aisles.
    func edges(of state: Int) -> Int { Int(edgesOn[state]) }

    /// The least of all walks that take the stretch in this shape, without what the shape itself costs.
    func leastAround(_ stretch: Stretch, shape: Int) -> Int {
        let steps = (shape * (table.crossAisles - 1) + stretch.block) * states
        let (before, after) = (stretch.step * (states + 1), (stretch.step + 1) * (states + 1))
        var least = Self.impossible
        for state in 0..<states {
            least = min(least, sofar[before + state] + tocome[after + Int(walking[steps + state])])
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
        let width = states + 1
        for index in known..<max(known, step) {
            let here = UnsafeMutableBufferPointer(rebasing: sofar[(index * width)..<((index + 1) * width)])
            let next = UnsafeMutableBufferPointer(rebasing: sofar[((index + 1) * width)..<((index + 2) * width)])
            switch steps[index] {
            case .cross(let pitch):
                for state in 0..<states { next[state] = here[state] }
                var pair = 0
                while pair < dropping.count {
                    let (before, after) = (Int(dropping[pair]), Int(dropping[pair + 1]))
                    next[after] = min(next[after], next[before])
                    pair += 2
                }
                for state in 0..<states { next[state] += pitch * Int(edgesOn[state]) }
            case .call(let corner, let isEnd):
                next.update(repeating: Self.impossible)
                let made = isEnd ? table.turning : table.touching
                for state in 0..<states {
                    let target = Int(made[corner * states + state])
                    next[target] = min(next[target], here[state])
                }
            case .walk(let stretch):
                next.update(repeating: Self.impossible)
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let base = (shape * (table.crossAisles - 1) + stretches[stretch].block) * states
                    for state in 0..<states {
                        let target = Int(walking[base + state])
                        next[target] = min(next[target], here[state] + price)
                    }
                }
            }
            next[states] = Self.impossible
        }
    }

    /// Brings the worths still to come down to the given step, from a step for which they are right.
    func runBackward(from known: Int, to step: Int, prices: [Int]) {
        let width = states + 1
        for index in stride(from: known - 1, through: step, by: -1) {
            let here = UnsafeMutableBufferPointer(rebasing: tocome[(index * width)..<((index + 1) * width)])
            let next = UnsafeMutableBufferPointer(rebasing: tocome[((index + 1) * width)..<((index + 2) * width)])
            switch steps[index] {
            case .cross(let pitch):
                for state in 0..<states { here[state] = next[state] + pitch * Int(edgesOn[state]) }
                var pair = dropping.count
                while pair > 0 {
                    pair -= 2
                    let (before, after) = (Int(dropping[pair]), Int(dropping[pair + 1]))
                    here[before] = min(here[before], here[after])
                }
            case .call(let corner, let isEnd):
                let made = isEnd ? table.turning : table.touching
                for state in 0..<states { here[state] = next[Int(made[corner * states + state])] }
            case .walk(let stretch):
                for state in 0..<states { here[state] = Self.impossible }
                for shape in 0..<Self.shapes {
                    let price = prices[stretch * Self.shapes + shape]
                    if price >= Self.impossible { continue }
                    let base = (shape * (table.crossAisles - 1) + stretches[stretch].block) * states
                    for state in 0..<states {
                        here[state] = min(here[state], price + next[Int(walking[base + state])])
                    }
                }
            }
            here[states] = Self.impossible
        }
    }
}
