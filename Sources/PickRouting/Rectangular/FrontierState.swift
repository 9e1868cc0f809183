/// What the dynamic program keeps of a partial walk at its frontier, the corners of the column that it has come to.
///
/// A partial walk is a set of edges between the first column and this one. Two partial walks of the same state can be
/// completed by the same edges, so only the shorter is kept. The state says of each corner, that is of each cross
/// aisle from front to back:
///
/// - whether any edge meets it, and whether their number, its degree, is odd or even: an odd corner needs one more
///   edge, and goes on along its cross aisle once; an even one goes on twice or not at all;
/// - which component it belongs to, that is which other corners the edges connect it with: all components must become
///   one before the walk ends.
///
/// After a walk through the stretch between corners 0 and 1 both are odd and of one component:
///
///     FrontierState.empty.turningParity(0).turningParity(1).joining(0).bits     // 0x33
///
/// Four bits a corner: 0 where no edge meets it, else the number of its component (from 1, in the order in which they
/// first appear from the front) times two, plus one where the degree is odd.
///
/// Ratliff and Rosenthal 1983, "Order-picking in a rectangular warehouse"; Pansart, Catusse and Cambazard 2018, "Exact
/// algorithms for the order picking problem".
struct FrontierState: Hashable {
    /// Six corners have at most six components, so that `newComponent` is free and all numbers fit three bits.
    static let crossAislesMax = 6
    /// The number of a component that is not numbered in order yet.
    private static let newComponent: UInt32 = 7

    private(set) var bits: UInt32 = 0

    /// No edge yet.
    static let empty = FrontierState()
    /// All edges lie behind: nothing goes on from this column.
    static let done = FrontierState(bits: 0xFFFF_FFFF)

    private init(bits: UInt32 = 0) { self.bits = bits }

    /// Whether any edge meets the corner.
    func isTouched(_ corner: Int) -> Bool { code(corner) != 0 }
    /// Whether an odd number of edges meets the corner.
    func isOdd(_ corner: Int) -> Bool { code(corner) & 1 == 1 }
    /// How many edges go on from this corner along its cross aisle: 0, 1 or 2.
    func edgesOn(_ corner: Int) -> Int {
        self == .done || !isTouched(corner) ? 0 : isOdd(corner) ? 1 : 2
    }

    private func code(_ corner: Int) -> UInt32 { bits >> (4 * UInt32(corner)) & 15 }

    private mutating func set(_ corner: Int, _ code: UInt32) {
        assert(0..<Self.crossAislesMax ~= corner && code < 16, "four bits a corner")
        let shift = 4 * UInt32(corner)
        bits = bits & ~(15 << shift) | code << shift
    }

    /// The state when the walk comes to the corner without a change of its parity: a stop, or two edges more.
    func touching(_ corner: Int) -> FrontierState {
        if isTouched(corner) { return self }
        var state = self
        state.set(corner, Self.newComponent << 1)
        return state.renumbered
    }

    /// The state with one edge more at the corner.
    func turningParity(_ corner: Int) -> FrontierState {
        var state = touching(corner)
        state.set(corner, state.code(corner) ^ 1)
        return state
    }

    /// The state when this corner and the next one are connected: their components become one.
    func joining(_ corner: Int) -> FrontierState {
        assert(isTouched(corner) && isTouched(corner + 1), "corners without edges have no component")
        let (kept, lost) = (code(corner) >> 1, code(corner + 1) >> 1)
        var state = self
        for other in 0..<Self.crossAislesMax where code(other) >> 1 == lost {
            state.set(other, kept << 1 | code(other) & 1)
        }
        return state.renumbered
    }

    /// The state with one edge more at this corner and one at the next.
    func turningBoth(_ corner: Int) -> FrontierState {
        var state = self
        state.set(corner, state.code(corner) ^ 1)
        state.set(corner + 1, state.code(corner + 1) ^ 1)
        return state
    }

    /// The state when no edge goes on along this corner's cross aisle; nil where the corner must go on: its degree is
    /// odd, or its component would never be connected with the others.
    func dropping(_ corner: Int) -> FrontierState? {
        guard isTouched(corner), !isOdd(corner) else { return nil }
        var state = self
        state.set(corner, 0)
        if state == .empty { return .done }
        let component = code(corner) >> 1
        let goesOn = (0..<Self.crossAislesMax).contains { state.code($0) >> 1 == component }
        return goesOn ? state.renumbered : nil
    }

    /// Whether the walk can end here: all edges are of one component and all degrees are even.
    var isWhole: Bool {
        if self == .done { return true }
        return self != .empty && (0..<Self.crossAislesMax).allSatisfy { code($0) == 0 || code($0) == 2 }
    }

    /// The same components, numbered in the order in which they appear.
    private var renumbered: FrontierState {
        var numbers = InlineArray<8, UInt32>(repeating: 0)
        var state = FrontierState()
        var used: UInt32 = 0
        for corner in 0..<Self.crossAislesMax {
            let code = code(corner)
            if code == 0 { continue }
            let old = Int(code >> 1)
            if numbers[old] == 0 {
                used += 1
                numbers[old] = used
            }
            state.set(corner, numbers[old] << 1 | code & 1)
        }
        assert(used <= Self.crossAislesMax)
        return state
    }
}

extension FrontierState {
    /// Every state that can arise, `empty` first, then `done`.
    ///
    /// The floor is a plane, so components do not cross. Each holds an even number of odd corners, except where the
    /// walk starts or ends within it.
    ///
    /// - Parameter endsMax: at how many points the walk starts or ends: 2, or 0 for a closed walk.
    static func all(crossAisles: Int, endsMax: Int) -> [FrontierState] {
        precondition(1...crossAislesMax ~= crossAisles, "\(crossAisles) cross aisles")
        var states: [FrontierState] = [.empty, .done]
        func extend(_ state: FrontierState, corner: Int, open: [UInt32], used: UInt32) {
            guard corner < crossAisles else {
                if state != .empty, state.oddComponents <= endsMax { states.append(state) }
                return
            }
            extend(state, corner: corner + 1, open: open, used: used)
            for odd in 0...UInt32(1) {
                var next = state
                next.set(corner, (used + 1) << 1 | odd)
                extend(next, corner: corner + 1, open: open + [used + 1], used: used + 1)
                // A corner of an outer component encloses the inner ones: they cannot appear again.
                for (depth, component) in open.enumerated() {
                    next.set(corner, component << 1 | odd)
                    extend(next, corner: corner + 1, open: Array(open[...depth]), used: used)
                }
            }
        }
        extend(.empty, corner: 0, open: [], used: 0)
        return states
    }

    private var oddComponents: Int {
        var odd: UInt32 = 0
        for corner in 0..<Self.crossAislesMax where isOdd(corner) { odd ^= 1 << (code(corner) >> 1) }
        return odd.nonzeroBitCount
    }
}
