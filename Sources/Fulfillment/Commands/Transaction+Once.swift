import Domain
import Foundation
import JSON
import Operations

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
}

/// Answers older than their retention are dropped, so many at a time.
extension AnswersForget: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let oldest = site.now.adding(days: -site.settings.commandRetentionDays)
        try site.run(
            """
            DELETE FROM command WHERE command_id IN (SELECT command_id FROM command WHERE at < ? ORDER BY at LIMIT ?)
            """, [oldest.millisecondsSince1970, limit])
        var result = Result()
        (result.forgotten, result.hasMore) = (site.changedRows, site.changedRows == limit)
        return result
    }
}
