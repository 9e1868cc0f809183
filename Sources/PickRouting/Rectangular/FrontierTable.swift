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
        let steps = FrontierSteps(states, crossAisles: crossAisles)
        let corners = 0..<crossAisles
        let shapes = isOpen ? SubAisleShape.all : SubAisleShape.closed
        walking = FlatArray(
            shapes.flatMap { shape in (0..<(crossAisles - 1)).flatMap { steps.walking(shape, above: $0) } })
        turning = FlatArray(steps.turned.flatMap { $0 })
        touching = FlatArray(steps.touched.flatMap { $0 })
        dropping = FlatArray(corners.flatMap { steps.dropping($0) })
        edgesOn = FlatArray(
            states.map { state in corners.reduce(UInt8(0)) { $0 + UInt8(state.edgesOn($1)) } })
        touched = FlatArray(
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
