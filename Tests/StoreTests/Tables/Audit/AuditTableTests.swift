import Domain
import JSON
import Testing

@testable import Store

@Suite struct AuditTableTests {
    private let store: Store

    init() throws { store = try openStore() }

    private func rule(_ beginning: String) throws -> AuditRule {
        try #require(AuditRule.all.first { $0.rule.hasPrefix(beginning) })
    }

    /// What is found of a rule, row by row.
    private func breaches(of rule: AuditRule) throws -> [String] {
        var (breaches, key): ([String], [JSONValue]?) = ([], nil)
        repeat {
            let finding = try store.audit.find(rule, after: key, limit: 1)
            breaches += finding.breaches
            key = finding.next
        } while key != nil
        return breaches
    }

    private func pick(of order: Order, _ quantity: Int) throws {
        let record = try store.stock.add(quantity, to: Sample.key("CUP"), receivedAt: Sample.noon)
        try store.stock.reserve(quantity, in: record.row)
        let pick = try store.picks.insert(
            NewPick(of: try store.orders.line("2", of: order.row), from: record, quantity: quantity))
        let claimed = try store.picks.claim(pick, by: SessionRow(1))
        try store.stock.removeReserved(quantity, from: record.row)
        try store.picks.complete(claimed, into: "T-1", by: "P1", at: Sample.noon)
    }

    /// The sum over more members than are read at a time is carried from slice to slice.
    @Test func aSumMayNeedSeveralSlices() throws {
        let balance = try rule("received")
        let goods = Sample.key("CUP").goods
        let order = try store.order("O-1")
        let pieces = 1_203
        for _ in 0..<pieces { try pick(of: order, 1) }
        try store.accounts.record(pieces, as: .received, of: goods)
        try store.accounts.record(5, as: .received, of: Sample.key("TEA").goods)
        _ = try store.stock.add(5, to: Sample.key("TEA"), receivedAt: Sample.noon)

        var (slices, rows, key): (Int, Int, [JSONValue]?) = (0, 0, nil)
        repeat {
            let finding = try store.audit.find(balance, after: key, limit: 1)
            #expect(finding.breaches == [])
            if let next = finding.next {
                #expect(store.audit.key(next.map { $0.string ?? "\($0)" }, of: balance) == next)
            }
            (slices, rows, key) = (slices + 1, rows + finding.rows, finding.next)
        } while key != nil
        #expect(slices > 3 && rows == pieces + 2)

        // A piece that comes in the middle of it is no breach; one that is lost is.
        let first = try store.audit.find(balance, after: nil, limit: 1)
        try store.accounts.record(1, as: .received, of: goods)
        try pick(of: order, 1)
        key = first.next
        while let after = key {
            let finding = try store.audit.find(balance, after: after, limit: 1)
            #expect(finding.breaches == [])
            key = finding.next
        }
        try store.accounts.record(1, as: .received, of: goods)
        key = first.next
        var breaches: [String] = []
        while let after = key {
            let finding = try store.audit.find(balance, after: after, limit: 1)
            breaches += finding.breaches
            key = finding.next
        }
        #expect(breaches == ["CUP lot \"\": 1205 came, 1204 are accounted for"])
    }

    @Test func keysOfAnotherRuleAreNone() throws {
        let (balance, reserved) = (try rule("received"), try rule("what is reserved"))
        let audit = store.audit
        #expect(audit.key(["4"], of: reserved) == [.int(4)])
        #expect(audit.key(["x"], of: reserved) == nil)
        #expect(audit.key(["4"], of: balance) == nil)
        #expect(audit.key(["A", "", "4", "", ""], of: balance) == ["A", "", "4", "", ""])
        #expect(audit.key(["A", "", "4", "", "", "3", "9"], of: balance)?.last == .int(9))
        #expect(audit.key(["A", "", "4", "", "", "3"], of: balance) == nil)
    }

    @Test func gapsBetweenSlicesAreFound() throws {
        let events = try rule("event sequence")
        try store.events.beginRun(journal: "7f3c91d2", mark: "", at: Sample.noon)
        for number in 1...30 {
            _ = try store.events.append(
                "order.accepted", of: "O-\(number)", in: "NY", data: "{}", at: Sample.noon)
        }
        func found() throws -> [String] { try breaches(of: events) }
        #expect(try found() == [])
        try store.db.execute(script: "DELETE FROM event WHERE sequence = 11")
        #expect(try found() == ["after 10 comes 12"])
        try store.db.execute(script: "DELETE FROM event WHERE sequence = 15")
        #expect(try found().count == 2)
        try store.db.execute(script: "DELETE FROM event WHERE sequence > 28")
        #expect(try found().last == "28 is the newest, not 30")
        // What history was forgotten is no gap.
        try store.db.execute(script: "DELETE FROM event")
        #expect(try found() == [])
    }

    /// They are kept in memory: whatever differs from the lines, or exceeds the stock, is told.
    @Test func promisesThatNoLineHoldsAreTold() throws {
        let ofLines = try rule("what is promised of a SKU is the sum")
        let covered = try rule("what is promised of a SKU is available")
        for sku: SKUID in ["CUP", "MUG", "TEA"] {
            try store.accounts.record(9, as: .received, of: Sample.key(sku).goods)
            try store.accounts.record(1, as: .received, of: Sample.key(sku, lot: "L1").goods)
            _ = try store.stock.add(9, to: Sample.key(sku), receivedAt: Sample.noon)
        }
        _ = try store.orders.insert(.sample("O-1", warehouse: "NY"), at: Sample.noon)
        #expect(try breaches(of: ofLines) == ["CUP: 0 promised, 1 on lines", "TEA: 0 promised, 2 on lines"])
        try store.promises.change(by: 1, of: "CUP", "", in: "NY")
        try store.promises.change(by: 2, of: "TEA", "", in: "NY")
        #expect(try breaches(of: ofLines) == [])
        #expect(try breaches(of: covered) == [])
        try store.promises.change(by: 8, of: "TEA", "", in: "NY")
        try store.promises.change(by: 1, of: "MUG", "", in: "NY")
        #expect(try breaches(of: ofLines) == ["MUG: 1 promised, 0 on lines", "TEA: 10 promised, 2 on lines"])
        #expect(try breaches(of: covered) == ["TEA: 10 promised, 9 available"])
        #expect(store.audit.key(["NY", "", "MUG"], of: covered) == ["NY", "", "MUG"])
        #expect(store.audit.key(["NY", ""], of: covered) == nil)
        #expect(store.audit.key(["NY", "", "MUG"], of: ofLines) == ["NY", "", "MUG"])
    }

    @Test func stagesThatAreCountedWrongAreTold() throws {
        let counts = try rule("the counts of orders")
        let orders = [try store.order("O-1"), try store.order("O-2")]
        #expect(try breaches(of: counts) == [])
        store.orders.stageCounts.add(1, to: .packed)
        try store.db.execute(script: "UPDATE orders SET stage = 'odd' WHERE id = \(orders[1].row)")
        #expect(
            try breaches(of: counts) == [
                "accepted: 2 counted, 1 there", "odd: 0 counted, 1 there", "packed: 1 counted, 0 there",
            ])
    }
}
