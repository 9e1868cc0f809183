import GRDB
import JSON

/// One rule that no state may break, and the statement that finds where it is broken.
struct AuditRule {
    let rule: String
    /// Gives one row, a sentence, for each breach.
    let breaches: String
}

extension Transaction {
    /// `audit`: checks every rule against the whole state.
    ///
    /// - Complexity: linear in what is stored.
    func audit(_ params: Params) throws(Refusal) -> JSONValue {
        var list: [JSONValue] = []
        var isSound = true
        for rule in AuditRule.all {
            let found = try rows(rule.breaches + " LIMIT 20").map { $0[0] as String }
            if !found.isEmpty { isSound = false }
            list.append([
                "rule": .string(rule.rule), "holds": .bool(found.isEmpty),
                "breaches": .array(found.map { .string($0) }),
            ])
        }
        let stages = try brokenStages()
        list.append([
            "rule": "an order's stage is what its picks, totes and parcels say",
            "holds": .bool(stages.isEmpty),
            "breaches": .array(stages.map { .string($0) }),
        ])
        return ["sound": .bool(isSound && stages.isEmpty), "rules": .array(list)]
    }

    private func brokenStages() throws(Refusal) -> [String] {
        var broken: [String] = []
        for row in try rows("SELECT * FROM orders ORDER BY id") {
            let order = Order(row)
            let derived = try facts(of: order.row).stage
            if derived != order.stage {
                broken.append("\(order.id) is kept as \(order.stage), derived \(derived)")
            }
        }
        return broken
    }
}
