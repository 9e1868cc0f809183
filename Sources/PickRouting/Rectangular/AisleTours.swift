import Synchronization
import WarehouseLayout

/// Shortest tours on one rectangular floor, whatever the number of stops.
///
/// Several tours may be planned at once, each in a workspace of its own; workspaces are reused.
final class AisleTours: Sendable {
    let floor: RectangularFloor
    private let grid: PointGrid
    /// By place: its point's bit; -1 where it lies off the floor.
    private let bitOfPlace: [Int32]
    private let idleWorkspaces = Mutex<[AisleWorkspace]>([])

    /// A walk over the floor: the stops in its order and what it measures along aisles and cross aisles.
    struct Walk {
        let order: [Int]
        let lengthMM: Int
    }

    init(_ floor: RectangularFloor) {
        self.floor = floor
        let places = floor.points.indices.filter { floor.points[$0].isOnGrid }.map(PlaceID.init)
        grid = PointGrid(places: places, hasAllAisles: true, on: floor)
        var bitOfPlace = [Int32](repeating: -1, count: floor.points.count)
        for (place, bit) in zip(places, grid.bits) { bitOfPlace[place.index] = bit }
        self.bitOfPlace = bitOfPlace
    }

    /// The shortest walk from start to end through all stops, spurs left out; nil where the closures leave none.
    ///
    /// - Precondition: all of them lie on the floor.
    /// - Complexity: O(stops + points of the floor / 64 + columns · crossAisles · states)
    func walk(from start: PlaceID, to end: PlaceID, through stops: [TourStop]) -> Walk? {
        let idle = idleWorkspaces.withLock { $0.popLast() }
        let workspace =
            idle.flatMap { $0.callsMax >= stops.count ? $0 : nil } ?? AisleWorkspace(grid, stops.count)
        defer { idleWorkspaces.withLock { $0.append(workspace) } }
        let ends = WalkEnds(start: bit(of: start), end: bit(of: end), on: grid)
        mark(stops, ends, on: workspace.calls)
        var length: Int?
        let order = [Int](unsafeUninitializedCapacity: stops.count) { memory, count in
            guard let first = memory.baseAddress else { return }
            var next = first
            length = workspace.walk(ends, &next)
            count = length == nil ? 0 : next - first
        }
        return length.map { Walk(order: order, lengthMM: $0) }
    }

    @inline(__always)
    private func bit(of place: PlaceID) -> Int { Int(bitOfPlace[place.index]) }

    private func mark(_ stops: [TourStop], _ ends: WalkEnds, on calls: TourCalls) {
        calls.clear()
        calls.mark(ends.start)
        calls.mark(ends.end)
        for stop in stops { calls.mark(bit(of: stop.place)) }
        calls.rankPoints()
        // Backwards, so that calls at one point stay in the order given.
        for call in stops.indices.reversed() { calls.add(call, at: bit(of: stops[call].place)) }
    }
}

/// The memory in which one tour at a time is planned.
private final class AisleWorkspace: @unchecked Sendable {
    let calls: TourCalls
    private lazy var round = Method(calls.grid, calls, isOpen: false)
    private lazy var open = Method(calls.grid, calls, isOpen: true)

    private struct Method {
        let program: AisleProgram<UInt64>
        let walk: AisleWalk

        init(_ grid: PointGrid, _ calls: TourCalls, isOpen: Bool) {
            program = AisleProgram(grid: grid, isOpen: isOpen)
            walk = AisleWalk(program, calls)
        }
    }

    var callsMax: Int { calls.callsMax }

    init(_ grid: PointGrid, _ callsMax: Int) { calls = TourCalls(grid: grid, callsMax: callsMax) }

    /// Writes the marked calls in the order of the shortest walk.
    ///
    /// - Returns: its length in millimetres; nil where there is no way.
    func walk(_ ends: WalkEnds, _ order: inout UnsafeMutablePointer<Int>) -> Int? {
        if let line = LineWalk(calls.words.base, ends, on: calls.grid) {
            line.follow(calls, &order)
            return line.lengthMM
        }
        let method = ends.isOpen ? open : round
        let cost = method.program.solve(calls.words.base, ends: ends)
        guard cost < AisleProgram<UInt64>.impossible else { return nil }
        method.walk.follow(cost: cost, ends, &order)
        return Int(cost >> method.program.historyBits)
    }
}
