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

    /// The dialogue of a session that is on a walk, of whatever kind.
    ///
    /// - Parameter step: of the prompt that is answered; nil where the caller names none.
    /// - Throws: what is for people on a walk, with the prompt that stands.
    func dialogueOnTour(of session: Session, step: Int?) throws(Refusal) -> Dialogue {
        let dialogue = try Dialogue(of: session)
        if dialogue.work.tour == nil { throw try notAtWork(session, dialogue, step: step, wanted: "on a tour") }
        return dialogue
    }

    /// The dialogue of a session that is at a bench with a parcel, of whatever kind.
    ///
    /// - Parameter step: of the prompt that is answered.
    /// - Throws: what is for people at a bench with a parcel, with the prompt that stands.
    func dialogueWithParcel(of session: Session, step: Int) throws(Refusal) -> Dialogue {
        let dialogue = try Dialogue(of: session)
        if dialogue.work.parcel == nil { throw try notAtWork(session, dialogue, step: step, wanted: "packing") }
        return dialogue
    }

    private func notAtWork(
        _ session: Session, _ dialogue: Dialogue, step: Int?, wanted: String
    ) throws(Refusal) -> Refusal {
        var reason = Refusal.wrongState(thing: "session \(session.row)", state: dialogue.name, wanted: wanted)
        if dialogue == .idle, let step, step != session.step, session.dialogue.notice != nil {
            reason = .staleStep(current: session.step, given: step)
        }
        return .atPrompt(reason, prompt: .object(try prompt(session).json))
    }
}

extension Prompt {
    /// The prompt of a session that is at nothing, with what has ended its work.
    static func nothingToDo(of session: Session) -> Prompt {
        Prompt(
            LastPrompt.nothingToDo, notice: session.dialogue.notice, step: session.step, in: session.language)
    }
}
