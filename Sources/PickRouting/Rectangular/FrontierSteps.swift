/// What the steps of a walk make of every frontier state: lists by state of the states' numbers.
struct FrontierSteps {
    private let states: [FrontierState]
    /// Where an impossible step leads.
    private let sink: UInt16
    /// By a state's bits: its number.
    private let number: [UInt16]
    /// Every state as it is.
    private let stay: [UInt16]
    /// By corner: the walk calls there.
    private(set) var touched: [[UInt16]] = []
    /// By corner: an edge to it is walked once.
    private(set) var turned: [[UInt16]] = []

    /// - Parameter states: all there are for so many cross aisles.
    init(_ states: [FrontierState], crossAisles: Int) {
        let sink = UInt16(states.count)
        var number = [UInt16](repeating: sink, count: 1 << (4 * crossAisles))
        for (index, state) in states.enumerated() where state != .done {
            assert(number[Int(state.bits)] == sink, "every state stands once")
            number[Int(state.bits)] = UInt16(index)
        }
        self.states = states
        self.sink = sink
        self.number = number
        stay = states.indices.map(UInt16.init)
        for corner in 0..<crossAisles {
            touched.append(step(after: stay) { $0.touching(corner) })
            turned.append(step(after: stay) { $0.turningParity(corner) })
        }
    }

    /// A stretch is walked in a shape; it lies between the cross aisle `corner` and the one above.
    func walking(_ shape: SubAisleShape, above corner: Int) -> [UInt16] {
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

    /// Pairs of states, flat: before and after the edges along one corner's cross aisle end.
    func dropping(_ corner: Int) -> [UInt16] {
        states.filter { $0 != .done }.flatMap { state -> [UInt16] in
            guard let rest = state.dropping(corner) else { return [] }
            return [number[Int(state.bits)], rest == .done ? 1 : number[Int(rest.bits)]]
        }
    }

    /// What a step makes of every state, on top of what an earlier one made of it.
    private func step(after earlier: [UInt16], _ change: (FrontierState) -> FrontierState) -> [UInt16] {
        let made = states.map { $0 == .done ? sink : number[Int(change($0).bits)] } + [sink]
        return earlier.map { made[Int($0)] }
    }

    /// A corner is reached by no edge, by one or by two.
    private func reach(_ corner: Int, degree: Int, after earlier: [UInt16]) -> [UInt16] {
        switch degree {
        case 0: earlier
        case 1: earlier.map { $0 == sink ? sink : turned[corner][Int($0)] }
        default: earlier.map { $0 == sink ? sink : touched[corner][Int($0)] }
        }
    }
}
