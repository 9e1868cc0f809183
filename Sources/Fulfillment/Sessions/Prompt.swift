import Domain
import Operations

extension Transaction {
    /// Runs one step of a dialogue and answers with the prompt that stands after it.
    func step(
        of session: Session, _ decide: () throws(Refusal) -> Session
    ) throws(Refusal) -> Prompt {
        try atPrompt(of: session) { () throws(Refusal) in
            try prompt(try decide())
        }
    }

    /// Answers within a dialogue; where that is refused, the refusal carries the prompt that still stands.
    func atPrompt(
        of session: Session, _ answer: () throws(Refusal) -> Prompt
    ) throws(Refusal) -> Prompt {
        do throws(Refusal) { return try answer() } catch {
            if error.endsTheTransaction { throw error }
            throw .atPrompt(error, prompt: .object(try prompt(session).json))
        }
    }

    /// The prompt that stands in a session.
    func prompt(_ session: Session) throws(Refusal) -> Prompt {
        var prompt =
            switch session.dialogue {
            case .idle: Prompt(expect: .none, say: "Nothing to do here", beep: .done)
            case .picking(let picking): try pickingPrompt(picking)
            case .packing(let packing): try packingPrompt(packing)
            }
        prompt.step = session.step
        return prompt
    }
}
