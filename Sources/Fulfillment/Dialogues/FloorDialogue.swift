import Domain
import Operations

/// A dialogue on its floor: how that is read which the machine has to know, and how that is done which it decides.
///
/// One more dialogue is one more machine with this, and one more case of ``Dialogue``.
protocol FloorDialogue: DialogueMachine {
    /// The dialogue as its session keeps it.
    static func dialogue(at state: State) -> Dialogue

    /// Reads what is to be known where the dialogue stands.
    ///
    /// - Parameter answer: what is to be judged there; nil where nobody answers a prompt.
    static func facts(
        at state: State, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> Facts

    /// Does on the floor what a step says. The facts are those of the floor after it, as far as
    /// ``DialogueMachine/resume(_:knowing:)`` asks for them.
    static func carryOut(
        _ step: DialogueStep<State, Effect>, knowing facts: inout Facts, in context: DialogueContext
    ) throws(Refusal)

    /// Reads what only the prompt shows.
    static func readForPrompt(
        _ facts: inout Facts, at state: State, in context: DialogueContext
    ) throws(Refusal)

    /// Whether an effect only asks for something: the same prompt stands after it, with the same number.
    static func isQuestion(_ effect: Effect) -> Bool

    /// What is shown where the dialogue is over.
    static func lastPrompt(knowing facts: Facts) -> Prompt
}

extension FloorDialogue {
    static func readForPrompt(
        _ facts: inout Facts, at state: State, in context: DialogueContext
    ) throws(Refusal) {}

    static func isQuestion(_ effect: Effect) -> Bool { false }

    static func lastPrompt(knowing facts: Facts) -> Prompt { .nothingToDo }
}

extension Prompt {
    /// What a session is shown that is at nothing.
    static var nothingToDo: Prompt { Prompt(expect: .none, say: "Nothing to do here", beep: .done) }
}
