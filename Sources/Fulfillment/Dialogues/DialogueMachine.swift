import Domain

/// A dialogue with a person as a state machine and a value: where it stands, what was answered and what is known of
/// the floor give where it stands next, what happens because of it, and what the person is asked.
///
/// There is no database inside and no text, so that every edge can be tried by a table of states and answers: what is
/// said are values, and their words stand in files of their own.
protocol DialogueMachine {
    /// Where it stands; kept with the session.
    associatedtype State: Equatable, Sendable
    /// What it has to know of the floor to take one step and to ask.
    associatedtype Facts
    /// What happens on the floor because of an answer.
    associatedtype Effect: Equatable
    /// What its prompts say.
    associatedtype Said: Sentence
    /// Why it asks for what it asks.
    associatedtype Reason: Sentence

    /// What an answer does.
    ///
    /// - Throws: why it is no answer to what was asked; nothing happens then. `scannedIs` of such a refusal is left
    ///   "": who knows the floor fills it in.
    static func step(
        from state: State, on answer: Answer, knowing facts: Facts
    ) throws(Refusal) -> DialogueStep<State, Effect>

    /// Where it goes on once the effects of a step have been carried out and the floor is known anew; nil where it is
    /// over.
    static func resume(_ state: State, knowing facts: Facts) -> State?

    /// What the person is asked.
    static func prompt(at state: State, knowing facts: Facts) -> DialoguePrompt<Said, Reason>
}

/// What an answer does: where the dialogue stands then, and what happens on the floor.
struct DialogueStep<State: Equatable & Sendable, Effect: Equatable>: Equatable {
    var next: State
    /// In the order in which they happen.
    var effects: [Effect] = []
}
