import Domain
import JSON

extension Transaction {
    /// Runs a change once: a repeat of the same command id by the same caller gets the stored answer, byte for byte.
    ///
    /// A refusal is not stored: the same id may be tried again. Nor is what has only begun, which is answered when it
    /// is over.
    func once(_ command: Command, decide: () throws(Refusal) -> String) throws(Refusal) -> String {
        guard let id = command.commandID else { return try decide() }
        let fingerprint =
            command.preparation?.fingerprint ?? Fingerprint(method: command.method, params: command.params)
        if let earlier = try store.commands.answer(to: id, of: actor.userID) {
            guard fingerprint.number == earlier.fingerprint else {
                throw .commandReused(commandID: id, method: command.method)
            }
            return earlier.text
        }
        let answer = try decide()
        if importUnderWay != nil { return answer }
        try store.commands.record(
            StoredAnswer(fingerprint: fingerprint.number, text: answer), to: id, of: actor.userID, at: now)
        return answer
    }
}
