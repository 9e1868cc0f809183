import Domain
import GRDB
import Operations

/// One rule that no state may break, and the statement that finds where it is broken.
struct AuditRule {
    let rule: String
    /// Gives one row, a sentence, for each breach.
    let breaches: String
}

/// - Complexity: linear in what is stored.
extension Audit: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var rules: [Audit.Rule] = []
        for rule in AuditRule.all {
            let found = try site.rows(rule.breaches + " LIMIT 20").map { $0[0] as String }
            rules.append(Audit.Rule(rule.rule, breaches: found))
        }
        rules.append(
            Audit.Rule(
                "an order's stage is what its picks, totes and parcels say", breaches: try site.brokenStages()))
        let first = page.after.flatMap { key in rules.firstIndex { $0.rule == key }.map { $0 + 1 } } ?? 0
        let (shown, hasMore) = page.cut(Array(rules[first...].prefix(page.rowsToRead)))
        var result = Result()
        (result.rules, result.hasMore) = (shown, hasMore)
        result.isSound = shown.allSatisfy(\.holds)
        return result
    }
}

extension Transaction {
    fileprivate func brokenStages() throws(Refusal) -> [String] {
        var broken: [String] = []
        for row in try rows("SELECT * FROM orders ORDER BY id") {
            let order = try Order(row)
            let derived = try facts(of: order.row).stage
            if derived != order.stage {
                broken.append("\(order.id) is kept as \(order.stage), derived \(derived)")
            }
        }
        return broken
    }
}
