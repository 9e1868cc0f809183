import Domain
import JSON
import Operations

/// Sessions whose work was ended by others, and what their next scan hears.
extension Transaction {
    /// Ends what a session is in the middle of because of what somebody else did.
    ///
    /// - Parameter notice: what was done; it stands at the session's prompt until it begins something else.
    func endWork(of session: Session, notice: DialogueNotice) throws(Refusal) {
        var idle = Dialogue.idle.json
        idle["notice"] = notice.json
        _ = try store.sessions.advance(session, to: idle, at: Dialogue.idle.work)
    }

    /// Refuses a scan of a session that is at nothing, with the prompt from which it goes on.
    ///
    /// - Parameters:
    ///   - step: of the prompt that was answered; nil where the caller names none.
    ///   - wanted: what the session would have to be at.
    func checkAtWork(_ session: Session, step: Int?, wanted: String) throws(Refusal) {
        guard case .idle = try Dialogue(of: session) else { return }
        var reason = Refusal.wrongState(
            thing: "session \(session.row)", state: Dialogue.idle.name, wanted: wanted)
        if let step, step != session.step, session.dialogue.notice != nil {
            reason = .staleStep(current: session.step, given: step)
        }
        throw .atPrompt(reason, prompt: .object(Prompt.nothingToDo(of: session).json))
    }
}

extension Prompt {
    /// The prompt of a session that is at nothing, with what has ended its work.
    static func nothingToDo(of session: Session) -> Prompt {
        Prompt(
            LastPrompt.nothingToDo, notice: session.dialogue.notice, step: session.step, in: session.language)
    }
}
