import Synchronization

/// All frontier states for a number of cross aisles and what every step makes of them, as flat numbers.
///
/// State 0 is `empty`, state 1 `done`. An impossible step leads to the state `stateCount`, which is never read.
///
/// Immutable: searches share it.
final class FrontierTable: @unchecked Sendable {
    let crossAisles: Int
    let states: [FrontierState]
    /// `[(shape * (crossAisles - 1) + stretch) * stateCount + state]`
    let walking: FlatArray<UInt16>
    /// `[corner * stateCount + state]`
    let turning: FlatArray<UInt16>
    let touching: FlatArray<UInt16>
    /// Pairs of states, flat: before and after the edges along one corner's cross aisle end; corner after corner.
    let dropping: FlatArray<UInt16>
    /// By state, how many edges go on along the cross aisles.
    let edgesOn: FlatArray<UInt8>
    /// By state, the corners from which edges go on, as bits.
    let touched: FlatArray<UInt8>
    /// The states in which the walk may end.
    let whole: FlatArray<UInt16>

    let stateCount: Int

    /// - Parameter isOpen: whether the walk starts and ends at different points.
    /// - Complexity: O(states · crossAisles²), with 6, 24, 112, 568, 3,032 states for closed walks and 2 to 6
    ///   cross aisles
    init(crossAisles: Int, isOpen: Bool) {
        precondition(2...FrontierState.crossAislesMax ~= crossAisles, "\(crossAisles) cross aisles")
        let states = FrontierState.all(crossAisles: crossAisles, endsMax: isOpen ? 2 : 0)
        precondition(states.count < UInt16.max, "states are numbered in 16 bits")
        let sink = UInt16(states.count)
        var number = [UInt16](repeating: sink, count: 1 << (4 * crossAisles))
        for (index, state) in states.enumerated() where state != .done {
            assert(number[Int(state.bits)] == sink, "every state stands once")
            number[Int(state.bits)] = UInt16(index)
        }
        /// What a step makes of every state, on top of what an earlier one made of it.
        func step(after earlier: [UInt16], _ change: (FrontierState) -> FrontierState) -> [UInt16] {
            let made = states.map { $0 == .done ? sink : number[Int(change($0).bits)] } + [sink]
            return earlier.map { made[Int($0)] }
        }
        let stay = states.indices.map(UInt16.init)
        let corners = 0..<crossAisles
        let touched = corners.map { corner in step(after: stay) { $0.touching(corner) } }
        let turned = corners.map { corner in step(after: stay) { $0.turningParity(corner) } }
        func reach(_ corner: Int, degree: Int, after earlier: [UInt16]) -> [UInt16] {
            switch degree {
            case 0: earlier
            case 1: earlier.map { $0 == sink ? sink : turned[corner][Int($0)] }
            default: earlier.map { $0 == sink ? sink : touched[corner][Int($0)] }
            }
        }
        func walk(_ shape: SubAisleShape, above corner: Int) -> [UInt16] {
            if !shape.isJoined {
                return reach(
                    corner + 1, degree: shape.high, after: reach(corner, degree: shape.low, after: stay))
            }
            let both = reach(corner + 1, degree: 2, after: reach(corner, degree: 2, after: stay))
            let joined = step(after: both) {
                $0.isTouched(corner) && $0.isTouched(corner + 1) ? $0.joining(corner) : $0
            }
            if shape.low == 1, shape.high == 1 { return step(after: joined) { $0.turningBoth(corner) } }
            let lowTurned = shape.low == 1 ? reach(corner, degree: 1, after: joined) : joined
            return shape.high == 1 ? reach(corner + 1, degree: 1, after: lowTurned) : lowTurned
        }
        let shapes = isOpen ? SubAisleShape.all : SubAisleShape.closed
        walking = FlatArray(
            shapes.flatMap { shape in (0..<(crossAisles - 1)).flatMap { walk(shape, above: $0) } })
        turning = FlatArray(turned.flatMap { $0 })
        touching = FlatArray(touched.flatMap { $0 })
        dropping = FlatArray(
            corners.flatMap { corner in
                states.filter { $0 != .done }.flatMap { state -> [UInt16] in
                    guard let rest = state.dropping(corner) else { return [] }
                    return [number[Int(state.bits)], rest == .done ? 1 : number[Int(rest.bits)]]
                }
            })
        edgesOn = FlatArray(
            states.map { state in corners.reduce(UInt8(0)) { $0 + UInt8(state.edgesOn($1)) } })
        self.touched = FlatArray(
            states.map { state in corners.reduce(UInt8(0)) { $0 | (state.edgesOn($1) > 0 ? 1 << $1 : 0) } })
        whole = FlatArray(states.indices.filter { states[$0].isWhole }.map(UInt16.init))
        self.crossAisles = crossAisles
        self.states = states
        stateCount = states.count
        assert(walking.count == shapes.count * (crossAisles - 1) * states.count)
        assert([turning.count, touching.count].allSatisfy { $0 == crossAisles * states.count })
    }
}

extension FrontierTable {
    private static let cache = Mutex<[Int: FrontierTable]>([:])

    /// The table for these walks, made when it is first needed.
    static func table(crossAisles: Int, isOpen: Bool) -> FrontierTable {
        let key = crossAisles * 2 + (isOpen ? 1 : 0)
        return cache.withLock { tables in
            if let table = tables[key] { return table }
            let table = FrontierTable(crossAisles: crossAisles, isOpen: isOpen)
            tables[key] = table
            return table
        }
    }
}
