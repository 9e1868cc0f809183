import JSON

/// What was scanned or keyed is not what was expected.
extension RefusalWords {
    static func wrong(_ kind: String, _ expected: String, _ scanned: String, _ what: String) -> RefusalWords {
        RefusalWords(
            "expected \(kind) \(expected), scanned \(scanned)" + (what.isEmpty ? "" : " (\(what))"),
            ["expected": .string(expected), "scanned": .string(scanned), "scanned_is": .string(what)])
    }

    static func wrongDriver(_ parcel: String, _ expected: String, _ given: String) -> RefusalWords {
        RefusalWords(
            "parcel \(parcel) is for driver \(expected), not \(given)",
            ["parcel": .string(parcel), "expected": .string(expected), "given": .string(given)])
    }

    static func tooMany(_ expected: Int, _ given: Int, _ what: String) -> RefusalWords {
        RefusalWords(
            "\(given) are too many: \(expected) of \(what) are asked for",
            ["expected": .int(expected), "given": .int(given), "of": .string(what)])
    }

    static func weightOff(_ expectedG: Int, _ toleranceG: Int, _ givenG: Int) -> RefusalWords {
        RefusalWords(
            "\(givenG) g is not within \(toleranceG) g of the expected \(expectedG) g: check the contents",
            ["expected_g": .int(expectedG), "tolerance_g": .int(toleranceG), "given_g": .int(givenG)])
    }

    static func staleStep(_ current: Int, _ given: Int) -> RefusalWords {
        RefusalWords(
            "step \(given) is not the current one, which is \(current)",
            ["current": .int(current), "given": .int(given)])
    }
}
