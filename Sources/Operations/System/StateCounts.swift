/// How many things are in each state; a state that nothing is in is left out.
public struct StateCounts<State>: Record, Equatable
where State: RawRepresentable & CaseIterable & Hashable & Sendable, State.RawValue == String {
    private var counts: [State: Int] = [:]

    public init() {}

    public init(_ counts: [State: Int]) { self.counts = counts.filter { $0.value > 0 } }

    /// Nil where there is none.
    public subscript(state: State) -> Int? {
        get { counts[state] }
        set { counts[state] = newValue }
    }

    public static var fields: [Field<StateCounts>] {
        State.allCases.map { .optional($0.rawValue, \.[$0], .count, "In this state.") }
    }
}
