import ArgumentParser
import JSON
import LineProtocol
import Operations

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
        if answer["sound"]?.bool != true { throw ExitCode.failure }
    }
}

/// The pages of an audit as one answer: each rule once, with what breaks it.
enum AuditPages {
    /// As many breaches of one rule as somebody reads.
    private static let breachesMax = 20

    static func all(from line: any Line) throws(ClientError) -> JSONValue {
        var rules: [Audit.Rule] = []
        var checked = 0
        var audit = Audit()
        while true {
            let page = try line.call(audit)
            checked += page.checked
            for rule in page.rules {
                let index = rules.firstIndex { $0.rule == rule.rule } ?? rules.endIndex
                if index == rules.endIndex { rules.append(Audit.Rule(rule.rule, breaches: [])) }
                rules[index].breaches += rule.breaches
            }
            guard page.hasMore, let next = page.next else { break }
            audit.after = next
        }
        return [
            "sound": .bool(rules.allSatisfy(\.breaches.isEmpty)),
            "rules": .array(
                rules.map { rule in
                    let shown = Array(rule.breaches.prefix(breachesMax))
                    return .object(Audit.Rule(rule.rule, breaches: shown).json)
                }),
            "looked": .int(checked),
        ]
    }
}
