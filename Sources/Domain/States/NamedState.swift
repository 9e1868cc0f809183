/// How far one kind of thing has come, in a closed set of words that stand in answers, events and refusals.
public protocol NamedState: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What the thing is called in messages.
    static var thing: String { get }
}

extension NamedState {
    /// The words of some states, as a refusal names what would do: `open or claimed`.
    public static func oneOf(_ states: [Self]) -> String { states.map(\.rawValue).joined(separator: " or ") }
}

extension Refusal {
    /// Refuses what the state of a thing does not allow: a ``wrongState(thing:state:wanted:)`` in the words that the
    /// states have.
    ///
    /// - Parameters:
    ///   - state: the state that it is in.
    ///   - name: which one it is, without the word for its kind.
    ///   - wanted: the states that would do.
    ///   - provided: what must be the case besides.
    ///   - advice: what to do about it.
    public static func notAllowed<State: NamedState>(
        in state: State, of name: String, wanted: [State], provided: String? = nil, advice: String? = nil
    ) -> Refusal {
        var words = State.oneOf(wanted)
        if let provided { words += ", \(provided)" }
        if let advice { words += "; \(advice)" }
        return .wrongState(thing: "\(State.thing) \(name)", state: state.rawValue, wanted: words)
    }

    /// Refuses what every state but this one allows.
    public static func notAllowed<State: NamedState>(in state: State, of name: String) -> Refusal {
        .wrongState(thing: "\(State.thing) \(name)", state: state.rawValue, wanted: "not \(state.rawValue)")
    }
}
