import ArgumentParser
import JSON
import LineProtocol

/// `wms audit`: the rules that no state may break, checked now. Exit 1 where one is broken.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check that stock, reservations, picks, parcels and events add up.",
        discussion: "Exits with 1 where a rule is broken, and names what breaks it.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        let answer = try AuditPages.all(from: daemon.client)
        daemon.show(answer)
        if answer["sound"]?.bool != true { throw ExitCode(1) }
    }
}

/// The pages of an audit as one answer: each rule once, with what breaks it.
enum AuditPages {
    /// As many breaches of one rule as somebody reads.
    private static let breachesMax = 20

    static func all(from line: any Line) throws(ClientError) -> JSONValue {
        var rules: [(rule: String, breaches: [JSONValue])] = []
        var looked = 0
        var params: JSONObject = [:]
        while true {
            let page = try line.call("audit", params)
            looked += page["looked"]?.int ?? 0
            for rule in page["rules"]?.array ?? [] {
                let name = rule["rule"]?.string ?? ""
                let index = rules.firstIndex { $0.rule == name } ?? rules.endIndex
                if index == rules.endIndex { rules.append((name, [])) }
                rules[index].breaches += rule["breaches"]?.array ?? []
            }
            guard page["more"]?.bool == true, let next = page["next"] else { break }
            params["after"] = next
        }
        return [
            "sound": .bool(rules.allSatisfy { $0.breaches.isEmpty }),
            "rules": .array(
                rules.map { rule in
                    [
                        "rule": .string(rule.rule), "holds": .bool(rule.breaches.isEmpty),
                        "breaches": .array(Array(rule.breaches.prefix(breachesMax))),
                    ]
                }),
            "looked": .int(looked),
        ]
    }
}
