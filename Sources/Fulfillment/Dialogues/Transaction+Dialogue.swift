import Domain
import Operations

/// The way of every dialogue through the site: session, step, facts, effects, prompt.
extension Transaction {
    /// Runs one step of the session's dialogue and answers with the prompt that stands after it; a refusal carries
    /// the prompt that still stands.
    ///
    /// - Parameters:
    ///   - step: of the prompt that is answered; nil where the caller names none and means the one that stands.
    ///   - dialogue: the session's.
    func reply(
        to answer: Answer, step: Int?, in dialogue: Dialogue, of session: Session, on floor: Floor
    ) throws(Refusal) -> Prompt {
        guard let state = dialogue.state else {
            throw .wrongState(
                thing: "session \(session.row)", state: Dialogue.idle.name, wanted: "in the middle of work")
        }
        let context = DialogueContext(site: self, session: session, floor: floor)
        return try state.reply(to: answer, step: step, in: context)
    }

    /// The prompt that stands in a session.
    func prompt(_ session: Session) throws(Refusal) -> Prompt {
        let floor = try floor(session.warehouse)
        return try DialogueContext(site: self, session: session, floor: floor).currentPrompt()
    }

    /// The open session of this number; from here on its person stands in every event.
    func session(_ row: SessionRow) throws(Refusal) -> Session {
        guard let session = try store.sessions.session(row) else { throw .unknownSession(row.number) }
        guard session.isOpen else {
            let ended = Refusal.wrongState(thing: "session \(row)", state: "ended", wanted: "open; start a new one")
            throw .atPrompt(ended, prompt: .object(Prompt.nothingToDo(of: session).json))
        }
        person = Person(badge: session.badge, device: session.device)
        return session
    }

    /// Moves a session's dialogue on: the next prompt has the next step number.
    @discardableResult
    func advance(_ session: Session, to dialogue: Dialogue) throws(Refusal) -> Session {
        try store.sessions.advance(session, to: dialogue.json, at: dialogue.work)
    }

    /// A scan must answer the prompt that stands.
    ///
    /// - Parameter step: nil where the caller names none and means the one that stands.
    func check(_ step: Int?, of session: Session) throws(Refusal) {
        guard let step, step != session.step else { return }
        throw .staleStep(current: session.step, given: step)
    }
}
