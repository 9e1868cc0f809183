import Domain
import JSON

/// What was scanned or keyed is not what was expected.
extension RefusalWords {
    static func wrong(_ kind: String, _ expected: String, _ scanned: String, _ what: String) -> RefusalWords {
        RefusalWords(
            "expected \(kind) \(expected), scanned \(scanned)" + (what.isEmpty ? "" : " (\(what))"),
            ["expected": .string(expected), "scanned": .string(scanned), "scanned_is": .string(what)])
    }

    /// Why an answer to a prompt was refused, for the person who gave it: what others did to the prompt that was
    /// answered, and no names of params.
    static func atPrompt(_ reason: Refusal, _ prompt: JSONValue) -> RefusalWords {
        let words = RefusalWords(for: reason)
        let message: String
        switch reason {
        case .staleStep:
            let notice = prompt["show"]?["notice"]?.string
            message = notice.map { "\($0); this scan was not taken" } ?? words.message
        case .badParams(_, let problem): message = problem
        default: message = words.message
        }
        return RefusalWords(message, words.details).with("prompt", prompt)
    }

    static func wrongDriver(_ parcel: String, _ expected: String, _ given: String) -> RefusalWords {
        RefusalWords(
            "parcel \(parcel) is for driver \(expected), not \(given)",
            ["parcel": .string(parcel), "expected": .string(expected), "given": .string(given)])
    }

    static func tooMany(_ expected: Int, _ given: Int, _ what: String) -> RefusalWords {
        RefusalWords(
            "\(given) are too many: no more than \(expected) of \(what)",
            ["expected": .int(expected), "given": .int(given), "of": .string(what)])
    }

    static func weightOff(_ expectedG: Int, _ toleranceG: Int, _ givenG: Int) -> RefusalWords {
        RefusalWords(
            "\(givenG) g is not within \(toleranceG) g of the expected \(expectedG) g: check the contents",
            ["expected_g": .int(expectedG), "tolerance_g": .int(toleranceG), "given_g": .int(givenG)])
    }

    static func staleStep(_ current: Int, _ given: Int) -> RefusalWords {
        RefusalWords(
            "step \(given) is over: what is asked now is step \(current)",
            ["current": .int(current), "given": .int(given)])
    }
}
