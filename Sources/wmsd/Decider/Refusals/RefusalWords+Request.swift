import Domain
import JSON

/// The request itself, or the storage below it.
extension RefusalWords {
    static func badParams(_ param: String, _ problem: String) -> RefusalWords {
        RefusalWords("\(param): \(problem)", ["param": .string(param)])
    }

    static func gone(_ first: Int) -> RefusalWords {
        RefusalWords("the oldest event kept is \(first): start there", ["first": .int(first)])
    }

    static func ahead(_ head: Int) -> RefusalWords {
        RefusalWords("the newest event is \(head): start there, or before it", ["head": .int(head)])
    }

    /// As many as somebody reads in one line.
    private static let faultsInMessage = 5
    /// Each with its facts; a fault has some hundred bytes.
    private static let faultsListed = 200

    /// The first gives the facts; the first few are in the message, and all of a request's usual size in `faults`.
    static func several(_ refusals: [Refusal]) -> RefusalWords {
        let all = refusals.map { RefusalWords(for: $0) }
        var details = all[0].details
        details["faults"] = .array(
            zip(refusals, all).prefix(faultsListed).map { refusal, words in
                var fault = words.details
                fault["kind"] = .string(refusal.kind.rawValue)
                fault["message"] = .string(words.message)
                return .object(fault)
            })
        var message = all.prefix(faultsInMessage).map(\.message).joined(separator: "; ")
        if all.count > faultsInMessage { message += "; and \(all.count - faultsInMessage) more" }
        return RefusalWords(message, details)
    }

    static func unreadable(_ row: String) -> RefusalWords {
        RefusalWords(
            "the database holds what cannot be understood (\(row)); nothing was changed",
            ["row": .string(row)])
    }

    static func storage(_ fault: StorageFault) -> RefusalWords {
        RefusalWords("the database refused: \(fault.message); nothing was changed")
    }
}
