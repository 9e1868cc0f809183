import Domain
import Operations

/// Where a dialogue is held: by whom, on which floor, and in which transaction.
struct DialogueContext {
    let site: Transaction
    let session: Session
    let floor: Floor
}

extension DialogueContext {
    /// Answers the prompt that stands.
    func reply<State: DialogueState>(
        to answer: Answer, step number: Int?, from state: State
    ) throws(Refusal) -> Prompt {
        try runStep(from: state, step: number, on: answer) { (facts) throws(Refusal) in
            do throws(Refusal) {
                return try State.Machine.step(from: state, on: answer, knowing: facts)
            } catch {
                let commands = State.Machine.commands
                guard answer.isCommand, !commands.contains(answer.scan.text.uppercased()) else { throw error }
                let known = commands.joined(separator: ", ")
                throw .badParams(param: "code", problem: "there is no command \(answer.text) here; there are \(known)")
            }
        }
    }

    /// Runs one step of a dialogue and answers with the prompt that stands after it; a refusal carries the prompt
    /// that still stands.
    ///
    /// - Parameters:
    ///   - number: of the prompt that is answered; nil where the caller names none and means the one that stands.
    ///   - answer: what the facts are read for; nil where the step needs none.
    ///   - decide: the machine's step.
    func runStep<State: DialogueState>(
        from state: State, step number: Int?, on answer: Answer? = nil,
        decide: (State.Machine.Facts) throws(Refusal) -> DialogueStep<State, State.Machine.Effect>
    ) throws(Refusal) -> Prompt {
        do throws(Refusal) {
            try site.check(number, of: session)
            var facts = try State.Machine.facts(at: state, for: answer, in: self)
            let step = try decide(facts)
            try State.Machine.carryOut(step, knowing: &facts, in: self)
            if !step.effects.isEmpty && step.effects.allSatisfy(State.Machine.isQuestion) {
                return try ask(at: state, knowing: facts, step: session.step)
            }
            return try advance(from: step.next, knowing: facts)
        } catch {
            if error.endsTheTransaction { throw error }
            let reason = try site.explained(error, on: floor)
            throw .atPrompt(reason, prompt: .object(try currentPrompt().json))
        }
    }

    /// Begins a dialogue: its first prompt stands.
    func begin<State: DialogueState>(at state: State) throws(Refusal) -> Prompt {
        try advance(from: state, knowing: try State.Machine.facts(at: state, for: nil, in: self))
    }

    /// The session's current prompt.
    func currentPrompt() throws(Refusal) -> Prompt {
        if let state = try Dialogue(of: session).state { return try ask(at: state) }
        return .nothingToDo(of: session)
    }

    /// Moves the dialogue on from a state that others' work has changed: the prompt that stood before is over, unless
    /// it asks the same as before.
    ///
    /// - Parameter notice: what was changed, where nothing is left to go on with.
    func resume<State: DialogueState>(
        from state: State, asksTheSame: Bool = false, notice: DialogueNotice
    ) throws(Refusal) {
        let facts = try State.Machine.facts(at: state, for: nil, in: self)
        guard let next = State.Machine.resume(state, knowing: facts) else {
            return try site.endWork(of: session, notice: notice)
        }
        if asksTheSame && next == state {
            try site.store.sessions.note(Dialogue(next).json, in: session)
        } else {
            try site.advance(session, to: Dialogue(next))
        }
    }

    private func advance<State: DialogueState>(
        from state: State, knowing facts: State.Machine.Facts
    ) throws(Refusal) -> Prompt {
        guard let next = State.Machine.resume(state, knowing: facts) else {
            var last = State.Machine.lastPrompt(knowing: facts)
            if last == .nothingToDo, try site.isTourWaiting(for: session, on: floor) { last = .nextTourWaits }
            let step = try site.advance(session, to: .idle).step
            return Prompt(last, notice: state.notice, step: step, in: session.language)
        }
        let moved = try site.advance(session, to: Dialogue(next))
        return try ask(at: next, knowing: facts, step: moved.step)
    }

    private func ask<State: DialogueState>(at state: State) throws(Refusal) -> Prompt {
        let facts = try State.Machine.facts(at: state, for: nil, in: self)
        return try ask(at: state, knowing: facts, step: session.step)
    }

    private func ask<State: DialogueState>(
        at state: State, knowing known: State.Machine.Facts, step: Int
    ) throws(Refusal) -> Prompt {
        var facts = known
        try State.Machine.readForPrompt(&facts, at: state, in: self)
        return Prompt(State.Machine.prompt(at: state, knowing: facts), step: step, in: session.language)
    }
}
