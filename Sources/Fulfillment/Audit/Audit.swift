import Domain
import JSON
import Operations
import Store

/// Checks one rule after another, each some rows at a time, as many as one answer may check.
///
/// A row is checked with all that belongs to it in one answer, or checked again as a whole before a breach is reported:
/// what others change between two answers is never mistaken for one.
extension Audit: Rule {
    private static let rules = AuditRule.all.map(AuditPart.ofTables) + [.stages]

    func decide(in site: Transaction) throws(Refusal) -> Result {
        var (index, key) = try place(in: site)
        var left = limit ?? Self.rowsDefault
        var result = Result()
        while index < Self.rules.count && left > 0 {
            let part = Self.rules[index]
            let finding = try site.find(part, after: key, limit: max(1, left / part.cost))
            result.add(part.rule, finding.breaches)
            result.checked += finding.rows
            // A search costs something even where it finds nothing.
            left -= max(1, finding.rows * part.cost)
            key = finding.next
            if key == nil { index += 1 }
        }
        result.isSound = result.rules.allSatisfy(\.holds)
        result.hasMore = index < Self.rules.count
        if result.hasMore { result.next = AuditCursor(rule: index, key: key).text }
        return result
    }

    /// The rule to go on with, and the key in it; nil at its beginning.
    private func place(in site: Transaction) throws(Refusal) -> (rule: Int, key: [JSONValue]?) {
        guard let after else { return (0, nil) }
        let parts = AuditCursor.parts(of: after)
        if let index = parts.first.flatMap({ Int($0) }), Self.rules.indices.contains(index) {
            if parts.count == 1 { return (index, nil) }
            if let key = site.key(Array(parts.dropFirst()), of: Self.rules[index]) { return (index, key) }
        }
        throw .badParams(param: "after", problem: "\"\(after)\" is no `next` of an audit")
    }
}

extension Audit.Result {
    fileprivate mutating func add(_ rule: String, _ breaches: [String]) {
        if rules.last?.rule == rule {
            let all = rules[rules.count - 1].breaches + breaches
            rules[rules.count - 1] = Audit.Rule(rule, breaches: Array(all.prefix(AuditTable.breachesMax)))
        } else {
            rules.append(Audit.Rule(rule, breaches: breaches))
        }
    }
}

/// A rule that is checked in the tables, or the one about stages, which has to derive them.
private enum AuditPart {
    case ofTables(AuditRule)
    case stages

    var rule: String {
        switch self {
        case .ofTables(let rule): rule.rule
        case .stages: "an order's stage is what its picks, totes and parcels say"
        }
    }

    var cost: Int {
        switch self {
        case .ofTables(let rule): rule.cost
        case .stages: 8
        }
    }
}

extension Transaction {
    fileprivate func key(_ parts: [String], of part: AuditPart) -> [JSONValue]? {
        switch part {
        case .ofTables(let rule): store.audit.key(parts, of: rule)
        case .stages: parts.count == 1 ? Int(parts[0]).map { [.int($0)] } : nil
        }
    }

    /// Where the rule itself meets a key or sentence that cannot be read, that is a breach of it, and its end.
    fileprivate func find(
        _ part: AuditPart, after key: [JSONValue]?, limit: Int
    ) throws(Refusal) -> AuditFinding {
        do throws(Refusal) {
            switch part {
            case .ofTables(let rule): return try store.audit.find(rule, after: key, limit: limit)
            case .stages: return try wrongStages(after: key?.first?.int.map { OrderRow($0) }, limit: limit)
            }
        } catch {
            guard case .unreadable(let text) = error else { throw error }
            var finding = AuditFinding(rows: 1)
            finding.add("\(text); what comes after it is not checked")
            return finding
        }
    }

    private func wrongStages(after row: OrderRow?, limit: Int) throws(Refusal) -> AuditFinding {
        let orders = try store.orders.rows(after: row, limit: limit)
        var finding = AuditFinding(rows: orders.count)
        for order in orders { finding.add(try wrongStage(of: order)) }
        if orders.count == limit { finding.next = orders.last.map { [.int($0.number)] } }
        return finding
    }

    /// Nil where the stage is right, and where it cannot be derived: another rule names the row that is not read.
    private func wrongStage(of order: OrderRow) throws(Refusal) -> String? {
        do throws(Refusal) {
            let (kept, derived) = try store.orders.stages(of: order)
            if kept == derived { return nil }
            let name = try store.orders.id(of: order)
            return "\(name) is kept as \(kept.rawValue), derived \(derived.rawValue)"
        } catch {
            guard case .unreadable = error else { throw error }
            return nil
        }
    }
}
