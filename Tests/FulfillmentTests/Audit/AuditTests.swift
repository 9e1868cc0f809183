import Common
import Domain
import JSON
import Operations
import Store
import Testing

@testable import Fulfillment

@Suite struct AuditTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(50, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "B-1-01")
        try site.send("O-1", [("PEN", 4), ("BRICK", 1)])
        try site.allocate("O-2", [("PEN", 3)])
        try site.pickEverything()
        try site.pack("O-1")
    }

    /// All that the pages of so many rows say.
    private func pages(of limit: Int) throws -> (rules: [String], looked: Int, pages: Int) {
        var (rules, looked, count): ([String], Int, Int) = ([], 0, 0)
        var audit = Audit()
        audit.limit = limit
        while true {
            let page = try site.read(audit)
            (looked, count) = (looked + page.checked, count + 1)
            for rule in page.rules {
                if rules.last != rule.rule { rules.append(rule.rule) }
                #expect(rule.holds, "\(rule.rule): \(rule.breaches)")
            }
            guard page.hasMore else { return (rules, looked, count) }
            audit.after = page.next
        }
    }

    @Test func pagesOfAnySizeCheckTheSame() throws {
        let whole = try pages(of: 4_000)
        for limit in [1, 7, 60] {
            let parts = try pages(of: limit)
            #expect(parts.rules == whole.rules && parts.looked == whole.looked, "\(limit)")
            #expect(parts.pages > whole.pages)
        }
        #expect(whole.looked > 20)
        #expect(Set(whole.rules).count == whole.rules.count)
    }

    @Test func aKeyThatIsNoneIsRefused() throws {
        for after in ["x", "", "99", "-1", "0/1", "0/a/b/c", "1/a", "1/1/1", "/"] {
            var audit = Audit()
            audit.after = after
            guard case .badParams(let param, _) = try site.refusal(audit) else {
                Issue.record("\(after) was taken")
                continue
            }
            #expect(param == "after")
        }
    }

    @Test func cursorsAreReadAsTheyAreWritten() {
        for key: [JSONValue] in [["A/1", "~0", "\"~1\\", "", "x"], [.int(7), "~"]] {
            let cursor = AuditCursor(rule: 4, key: key)
            #expect(!cursor.text.contains("\"") && !cursor.text.contains("\\"))
            #expect(AuditCursor.parts(of: cursor.text) == ["4"] + key.map { $0.string ?? "7" })
        }
        #expect(AuditCursor(rule: 3, key: ["WH-NY", "", "PEN"]).text == "3/WH-NY//PEN")
        #expect(AuditCursor(rule: 3, key: nil).text == "3")
    }

    /// One column is set to what nobody wrote, and the audit says where.
    @Test(arguments: [
        ("UPDATE account SET received = received + 1 WHERE sku = 'PEN'", "PEN lot \"\": 51 came, 50"),
        ("UPDATE stock SET on_hand = on_hand + 2 WHERE sku = 'BRICK'", "BRICK lot \"\": 20 came, 22"),
        ("UPDATE stock SET reserved = reserved + 1 WHERE sku = 'PEN'", "PEN in A-1-01: 1 reserved, 0 wanted"),
        ("UPDATE stock SET on_hand = 2 WHERE sku = 'PEN'", "PEN: 3 promised, 2 available"),
        (
            "UPDATE line SET promised = 2, unpromised = 1 WHERE sku = 'PEN' AND promised = 3",
            "PEN: 3 promised, 2 on lines"
        ),
        ("UPDATE line SET quantity = 9 WHERE sku = 'BRICK'", "O-1 line 2: 9 wanted, 1 in picks"),
        ("UPDATE pick SET packed = 3 WHERE sku = 'PEN'", "O-1 is packed, a pick of PEN is packed"),
        (
            "UPDATE orders SET stage = 'picking' WHERE order_id = 'O-1'",
            "O-1 is kept as picking, derived packed"
        ),
        ("UPDATE pick SET order_row = 99 WHERE sku = 'PEN'", "parcel 1 holds a pick of another order"),
        ("UPDATE parcel SET done = 2", "parcel 1: 2 counted, 5 in it"),
        (
            "UPDATE label_job SET sscc = '000000000000000000'",
            "parcel 1 is labelled and has no SSCC or no label"
        ),
        ("UPDATE label_job SET state = 'voided'", "label 1 is voided and a parcel has its SSCC"),
        ("UPDATE orders SET stage = 'picking' WHERE order_id = 'O-1'", "packed: 1 counted, 0 there"),
        ("DELETE FROM event WHERE sequence = 5", "there are"),
        (
            "UPDATE tote SET state = 'at_station' WHERE tote = 'T-9'",
            "tote T-9 is at_station and holds nothing"
        ),
        (
            "UPDATE tote SET state = 'bound', tour = 1 WHERE tote = 'T-9'",
            "tote T-9 is bound and its tour is over"
        ),
        ("UPDATE tour SET state = 'started'", "tour 1 is walked, and its session is not at it"),
        ("UPDATE tour SET state = 'planned', done = total", "tour 1 is planned and has no stop"),
        ("UPDATE pick SET state = 'open', packed = 0", "is open on tour 1, which is finished"),
        (
            "UPDATE orders SET stage = 'cancelled' WHERE order_id = 'O-1'",
            "its order is cancelled, and nobody is to unpack"
        ),
    ])
    func whatIsWrongIsTold(change: String, sentence: String) throws {
        #expect(try site.breaches() == [])
        try site.site.store.db.run(SQL(change, mayScan: "a test breaks what no rule may break"))
        let breaches = try site.breaches()
        #expect(breaches.contains { $0.contains(sentence) }, "\(breaches)")
    }

    /// What is kept in memory is wrong, and the lines are right.
    @Test func promisesThatNoLineHoldsAreTold() throws {
        try site.site.store.promises.change(by: 57, of: "PEN", "", in: "WH-NY")
        let breaches = try site.breaches()
        #expect(breaches == ["PEN: 60 promised, 46 available", "PEN: 60 promised, 3 on lines"])
        // They are added up again.
        try site.reopen()
        #expect(try site.breaches() == [])
    }

    @Test func workThatNobodyCanGoOnWithIsTold() throws {
        try site.send("O-3", [("PEN", 2)])
        let task = try site.openCount("A-1-01")[0]
        #expect(try site.breaches() == [])
        let changes = [
            (
                "UPDATE task SET state = 'claimed' WHERE id = \(task)",
                "task \(task) is claimed and nobody is at it"
            ),
            (
                "UPDATE pick SET state = 'cancelled' WHERE state = 'open'",
                "O-3 is released and nothing is left to be done"
            ),
            (
                "UPDATE pick SET state = 'claimed', tour = NULL WHERE state = 'cancelled'",
                "is claimed and on no tour"
            ),
        ]
        for (change, sentence) in changes {
            try site.site.store.db.run(SQL(change, mayScan: "a test breaks what no rule may break"))
            #expect(try site.breaches().contains { $0.contains(sentence) }, "\(change)")
        }
    }

    @Test func twoAtOneParcelAreTold() throws {
        let packers = [try site.packer("K1"), try site.packer("K2")]
        for packer in packers {
            try site.site.store.db.run(SQL("UPDATE session SET parcel = 1 WHERE id = \(packer.session)"))
        }
        #expect(try site.breaches().contains { $0.contains("are at parcel 1") })
    }

    /// What others do between two pages is never taken for a breach.
    @Test(arguments: seeds) func othersMayWorkMeanwhile(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var params: JSONObject = ["limit": 1]
        var order = 10
        for _ in 0..<400 {
            let page = try site.read("audit", params)
            for rule in page["rules"]?.array ?? [] { #expect(rule["holds"] == true, "\(rule)") }
            params["after"] = page["next"]
            switch Int.random(in: 0..<12, using: &random) {
            case 0: try site.receive(5, "PEN", in: "A-1-02")
            case 1:
                order += 1
                try site.allocate("M-\(order)", [("PEN", 1)])
            case 2:
                order += 1
                try site.send("M-\(order)", [("PEN", 1)])
                try site.pickEverything()
                try site.pack("M-\(order)")
                try site.handOver("M-\(order)")
            default: break
            }
        }
    }
}
