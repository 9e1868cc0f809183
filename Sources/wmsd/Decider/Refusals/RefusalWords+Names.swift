import JSON

/// Nothing, or too much, goes by a name.
extension RefusalWords {
    static func unknown(_ thing: String, _ name: String, member: String) -> RefusalWords {
        RefusalWords("there is no \(thing) \(name)", [member: .string(name)])
    }

    static func unknown(_ thing: String, _ number: Int, member: String) -> RefusalWords {
        RefusalWords("there is no \(thing) \(number)", [member: .int(number)])
    }

    /// One of few: those that there are help to find the right one.
    static func unknown(_ thing: String, _ name: String, among known: [String]) -> RefusalWords {
        RefusalWords(
            "there is no \(thing) \(name)\(listing(known))", [thing: .string(name), "known": texts(known)])
    }

    static func unknownCode(_ code: String) -> RefusalWords {
        RefusalWords("nothing here has the code \(code)", ["code": .string(code)])
    }

    static func ambiguousCode(_ code: String, _ meanings: [String]) -> RefusalWords {
        RefusalWords(
            "\(code) may be \(meanings.joined(separator: " or ")): scan a finer code",
            ["code": .string(code), "meanings": texts(meanings)])
    }

    /// As many names as somebody reads in one sentence.
    private static let namesInMessage = 20

    /// The first are in the message, and all of them in `skus`: as many ids as an order has lines fit an answer.
    static func unknownSKUs(_ skus: [String]) -> RefusalWords {
        var message = "there are no SKUs \(skus.prefix(namesInMessage).joined(separator: ", "))"
        if skus.count > namesInMessage { message += " and \(skus.count - namesInMessage) more" }
        return RefusalWords(message, ["sku": .string(skus[0]), "skus": texts(skus)])
    }

    static func unknownUnit(_ sku: String, _ unit: String, _ known: [String]) -> RefusalWords {
        RefusalWords(
            "\(sku) has no unit \(unit)\(listing(known))",
            ["sku": .string(sku), "unit": .string(unit), "known": texts(known)])
    }

    static func unknownBin(_ bin: String, _ warehouse: String) -> RefusalWords {
        RefusalWords(
            "there is no bin \(bin) in \(warehouse)", ["bin": .string(bin), "warehouse": .string(warehouse)])
    }

    static func unknownSession(_ session: Int) -> RefusalWords {
        RefusalWords(
            "there is no open session \(session): begin one with session.start", ["session": .int(session)])
    }

    private static func listing(_ known: [String]) -> String {
        known.isEmpty ? "" : "; known are \(known.joined(separator: ", "))"
    }

    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
