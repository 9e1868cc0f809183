import JSON

/// What a handheld shows and waits for.
struct Prompt {
    /// What kind of code answers it.
    enum Expectation: String {
        case cart, tote, bin, item, lot, serial, expiry, quantity, weight, reason
        case yesNo = "yes_no"
        case parcel, label, station, badge, box, none
    }

    enum Beep: String {
        case ok, error, done
    }

    var expect: Expectation
    /// The one thing to read from a step away.
    var say: String
    var show: JSONObject = [:]
    var choices: [String] = []
    var beep = Beep.ok

    func json(step: Int) -> JSONValue {
        [
            "step": .int(step), "expect": .string(expect.rawValue), "say": .string(say),
            "show": .object(show),
            "choices": .array(choices.map { .string($0) }), "beep": .string(beep.rawValue),
        ]
    }
}

extension Transaction {
    /// Runs one step of a dialogue and answers with the prompt that stands after it.
    func step(
        of session: Session, _ decide: () throws(Refusal) -> Session
    ) throws(Refusal) -> JSONValue {
        try atPrompt(of: session) { () throws(Refusal) in
            let next = try decide()
            return try prompt(next).json(step: next.step)
        }
    }

    /// Answers within a dialogue; where that is refused, the refusal carries the prompt that still stands.
    func atPrompt(
        of session: Session, _ answer: () throws(Refusal) -> JSONValue
    ) throws(Refusal) -> JSONValue {
        do throws(Refusal) { return try answer() } catch {
            if error.endsTheTransaction { throw error }
            throw .atPrompt(error, prompt: try prompt(session).json(step: session.step))
        }
    }

    /// The prompt that stands in a session.
    func prompt(_ session: Session) throws(Refusal) -> Prompt {
        switch session.dialogue {
        case .idle: Prompt(expect: .none, say: "Nothing to do here", beep: .done)
        case .picking(let picking): try pickingPrompt(picking)
        case .packing(let packing): try packingPrompt(packing)
        }
    }
}
