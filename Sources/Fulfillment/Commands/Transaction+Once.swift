import Foundation
import JSON

extension Transaction {
    /// Runs a change once: a repeat of the same command id gets the stored answer, byte for byte.
    ///
    /// A refusal is not stored: the same id may be tried again.
    func once(_ command: Command, decide: () throws(Refusal) -> JSONValue) throws(Refusal) -> String {
        guard let id = command.commandID else { return try decide().description }
        let fingerprint = Fingerprint(method: command.method, params: command.params)
        if let earlier = try row("SELECT fingerprint, answer FROM command WHERE command_id = ?", [id]) {
            guard earlier["fingerprint"] as Data == Data(fingerprint.bytes) else {
                throw .commandReused(commandID: id, method: command.method)
            }
            return earlier["answer"]
        }
        let answer = try decide().description
        try run(
            "INSERT INTO command (command_id, fingerprint, answer, at) VALUES (?, ?, ?, ?)",
            [id, Data(fingerprint.bytes), answer, now.millisecondsSince1970])
        return answer
    }

    /// `answers.forget`: drops answers older than their retention. It is the daemon's own: no caller may ask it.
    func forgetOldAnswers(_ params: Params) throws(Refusal) -> JSONValue {
        let oldest = now.adding(seconds: -settings.commandRetentionDays * 86_400)
        try run("DELETE FROM command WHERE at < ?", [oldest.millisecondsSince1970])
        return ["forgotten": .int(changedRows)]
    }
}
