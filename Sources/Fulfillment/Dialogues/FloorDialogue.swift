import Domain

/// Connects a dialogue's machine to the stores: reads the facts that it needs, and carries out the effects that it
/// decides.
///
/// One more dialogue is one more machine with this, and its state's line in ``Dialogue/kinds``.
protocol FloorDialogue: DialogueMachine {
    /// Reads the facts that the machine needs in this state.
    ///
    /// - Parameter answer: the answer that the machine is to judge; nil where no prompt is answered.
    static func facts(
        at state: State, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> Facts

    /// Carries out the effects of a step. The facts are those of the floor after it, as far as
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

    /// What may be said at its prompts instead of scanning, for whoever says something else.
    static var commands: [String] { get }

    /// What is told where the dialogue is over.
    static func lastPrompt(knowing facts: Facts) -> LastPrompt
}

extension FloorDialogue {
    static func readForPrompt(
        _ facts: inout Facts, at state: State, in context: DialogueContext
    ) throws(Refusal) {}

    static func isQuestion(_ effect: Effect) -> Bool { false }

    /// Those of walks.
    static var commands: [String] { FloorCommand.allCases.map(\.rawValue) }

    static func lastPrompt(knowing facts: Facts) -> LastPrompt { .nothingToDo }
}

/// What a dialogue has to know that leads through a tour.
protocol TourFacts {
    var tour: Tour { get }
}

extension FloorDialogue where Facts: TourFacts {
    /// Says so where the walk was left.
    static func lastPrompt(knowing facts: Facts) -> LastPrompt {
        facts.tour.state == .paused ? .tourPaused(facts.tour.row) : .nothingToDo
    }
}
