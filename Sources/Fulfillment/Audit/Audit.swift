import Domain
import Operations
import Store

/// - Complexity: linear in what is stored, history left out, for the rules on the page.
extension Audit: Rule {
    private static let stages = "an order's stage is what its picks, totes and parcels say"

    func decide(in site: Transaction) throws(Refusal) -> Result {
        let names = AuditRule.all.map(\.rule) + [Self.stages]
        let first = page.after.flatMap { key in names.firstIndex(of: key).map { $0 + 1 } } ?? 0
        var result = Result()
        result.hasMore = first + page.rows < names.count
        for index in names.indices.dropFirst(first).prefix(page.rows) {
            let breaches =
                index < AuditRule.all.count
                ? try site.store.audit.breaches(of: AuditRule.all[index]) : try site.wrongStages()
            result.rules.append(Audit.Rule(names[index], breaches: breaches))
        }
        result.isSound = result.rules.allSatisfy(\.holds)
        return result
    }
}

extension Transaction {
    private static let ordersRead = 500

    fileprivate func wrongStages() throws(Refusal) -> [String] {
        var wrong: [String] = []
        var last: OrderRow?
        while true {
            let orders = try store.orders.orders(after: last, limit: Self.ordersRead)
            for order in orders {
                let derived = try store.orders.facts(of: order.row).stage
                if derived != order.stage {
                    wrong.append("\(order.id) is kept as \(order.stage.rawValue), derived \(derived.rawValue)")
                }
            }
            guard let end = orders.last else { return wrong }
            last = end.row
        }
    }
}
