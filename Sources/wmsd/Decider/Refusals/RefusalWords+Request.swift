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
        RefusalWords("the newest event is \(head)", ["head": .int(head)])
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
