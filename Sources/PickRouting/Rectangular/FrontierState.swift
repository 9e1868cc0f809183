/// What must be remembered of a half-built walk where it crosses from one aisle to the next: for each cross
/// aisle, front to back, the component that its corner belongs to and whether an odd number of edges meet there.
///
/// Four bits a corner: 0 where nothing touches it, else the component's number (from 1, in order of first
/// appearance) times two, plus one where the degree is odd.
///
/// Ratliff and Rosenthal 1983, "Order-picking in a rectangular warehouse"; Pansart, Catusse and Cambazard
/// 2018, "Exact algorithms for the order picking problem".
struct FrontierState: Hashable {
    /// Six corners have at most six components, and a newcomer's passing number still fits three bits.
    static let crossAislesMax = 6
    private static let newcomer: UInt32 = 7

    private(set) var bits: UInt32 = 0

    /// Nothing walked yet.
    static let empty = FrontierState()
    /// The whole walk lies behind.
    static let done = FrontierState(bits: 0xFFFF_FFFF)

    private init(bits: UInt32 = 0) { self.bits = bits }

    func isTouched(_ corner: Int) -> Bool { code(corner) != 0 }
    func isOdd(_ corner: Int) -> Bool { code(corner) & 1 == 1 }
    /// How often the walk goes on from this corner along its cross aisle.
    func edgesOn(_ corner: Int) -> Int {
        self == .done || !isTouched(corner) ? 0 : isOdd(corner) ? 1 : 2
    }

    private func code(_ corner: Int) -> UInt32 { bits >> (4 * UInt32(corner)) & 15 }

    private mutating func set(_ corner: Int, _ code: UInt32) {
        let shift = 4 * UInt32(corner)
        bits = bits & ~(15 << shift) | code << shift
    }

    /// The corner is called at; its degree stays.
    func touching(_ corner: Int) -> FrontierState {
        if isTouched(corner) { return self }
        var state = self
        state.set(corner, Self.newcomer << 1)
        return state.renumbered
    }

    /// One edge more meets at the corner.
    func turningParity(_ corner: Int) -> FrontierState {
        var state = touching(corner)
        state.set(corner, state.code(corner) ^ 1)
        return state
    }

    /// The components of this corner and the next one become one.
    func joining(_ corner: Int) -> FrontierState {
        let (kept, lost) = (code(corner) >> 1, code(corner + 1) >> 1)
        var state = self
        for other in 0..<Self.crossAislesMax where code(other) >> 1 == lost {
            state.set(other, kept << 1 | code(other) & 1)
        }
        return state.renumbered
    }

    /// One edge more meets this corner and one the next.
    func turningBoth(_ corner: Int) -> FrontierState {
        var state = self
        state.set(corner, state.code(corner) ^ 1)
        state.set(corner + 1, state.code(corner + 1) ^ 1)
        return state
    }

    /// No edge leads on along this corner's cross aisle; nil where that would strand its component.
    func dropping(_ corner: Int) -> FrontierState? {
        guard isTouched(corner), !isOdd(corner) else { return nil }
        var state = self
        state.set(corner, 0)
        if state == .empty { return .done }
        let component = code(corner) >> 1
        let goesOn = (0..<Self.crossAislesMax).contains { state.code($0) >> 1 == component }
        return goesOn ? state.renumbered : nil
    }

    /// Whether the walk can end here: in one piece, with even degrees everywhere.
    var isWhole: Bool {
        if self == .done { return true }
        return self != .empty && (0..<Self.crossAislesMax).allSatisfy { code($0) == 0 || code($0) == 2 }
    }

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
        return state
    }
}

extension FrontierState {
    /// Every state that can arise on a plane with so many ends of the walk placed, `empty` first, then `done`.
    ///
    /// Components do not cross, and each holds an even number of odd corners, but for those with an end in.
    static func all(crossAisles: Int, endsMax: Int) -> [FrontierState] {
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
                // Who joins an outer component shuts the inner ones in.
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
