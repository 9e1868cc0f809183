/// A state machine written as data: the states of one kind of thing and the edges that are legal between them.
public protocol FloorState: NamedState {
    /// The states in which such a thing may be created.
    static var initial: [Self] { get }
    /// From each state, the states that may follow.
    static var edges: [Self: [Self]] { get }
}

extension FloorState {
    public func mayBecome(_ next: Self) -> Bool { Self.edges[self]?.contains(next) ?? false }

    /// Refuses a step that the table does not hold.
    public func checkStep(to next: Self, of name: String) throws(Refusal) {
        guard mayBecome(next) else {
            throw .notAllowed(in: self, of: name, wanted: Self.allCases.filter { $0.mayBecome(next) })
        }
    }
}
