import Domain
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Rows that cannot be read are breaches, and stop no audit")
struct UnreadableRowTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(50, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 4)])
        try site.allocate("O-2", [("PEN", 3)])
        try site.pickEverything()
        try site.pack("O-1")
        try site.openCount("A-1-01")
        try site.done(EventAck(1, by: "shop"), id: "c-1")
    }

    private func breakRow(_ change: String) throws {
        try site.site.store.db.run(SQL(change, mayScan: "a test breaks rows"))
    }

    @Test(
        "In every table whose rows have a form",
        arguments: [
            ("UPDATE tote SET state = 'odd' WHERE tote = 'T-9'", "tote, row \"T-9\": state holds \"odd\""),
            ("UPDATE orders SET stage = 'odd' WHERE id = 1", "orders, row 1: stage holds \"odd\""),
            ("UPDATE orders SET content = '[]' WHERE id = 2", "orders, row 2: content holds no JSON object"),
            ("UPDATE line SET unit = 'heap' WHERE order_row = 2", "line, row 2: unit holds \"heap\""),
            ("UPDATE pick SET state = 'odd' WHERE id = 1", "pick, row 1: state holds \"odd\""),
            ("UPDATE parcel SET state = 'odd'", "parcel, row 1: state holds \"odd\""),
            ("UPDATE packing_run SET places = x'00'", "places holds 1 bytes for 4 pieces"),
            ("UPDATE label_job SET data = '{'", "label_job, row 1: data holds no JSON"),
            ("UPDATE session SET dialogue = '7' WHERE id = 1", "session, row 1: dialogue holds no JSON"),
            ("UPDATE tour SET kind = 'dance'", "tour, row 1: kind holds \"dance\""),
            ("UPDATE task SET facts = ''", "task, row 1: facts holds no JSON"),
            ("UPDATE sku SET storage = 'odd' WHERE sku = 'PEN'", "storage holds \"odd\" (its key is ["),
            ("UPDATE box SET kind = 'odd' WHERE box = (SELECT min(box) FROM box)", "kind holds \"odd\""),
            ("UPDATE stock SET expiry = 'soon'", "stock, row 1: expiry holds \"soon\""),
            ("UPDATE account SET expiry = 'soon' WHERE sku = 'PEN'", "expiry holds \"soon\""),
            ("UPDATE event SET data = 'x' WHERE sequence = 5", "event, row 5: data holds no JSON object"),
            ("UPDATE command SET answer = x'00'", "command, row 1: answer holds damaged bytes"),
            (
                "INSERT INTO archived_order VALUES (77, '', 'O-77', 'WH-NY', 0, '[]')",
                "archived_order, row 77: document holds no JSON object"
            ),
        ])
    func whatCannotBeReadIsNamed(change: String, sentence: String) throws {
        #expect(try site.breaches() == [])
        try breakRow(change)
        let breaches = try site.breaches()
        #expect(breaches.contains { $0.contains(sentence) }, "\(breaches)")
    }

    @Test("A layout that this version does not understand is given back all the same, to be mended")
    func layout() throws {
        try breakRow("UPDATE layout SET yaml = 'warehouse: ['")
        try site.reopen()
        #expect(try site.read("layout.get")["yaml"] == "warehouse: [")
    }

    /// Read one by one, the rows after it and the rules after its own are checked as before.
    @Test(arguments: [1, 3, 4_000]) func theAuditGoesOn(limit: Int) throws {
        try breakRow("UPDATE tote SET state = 'odd' WHERE tote IN ('T-8', 'T-9')")
        try breakRow("UPDATE orders SET stage = 'odd' WHERE id = 1")
        try breakRow("UPDATE orders SET stage = 'picking' WHERE id = 2")
        var (rules, breaches): (Set<String>, [String]) = ([], [])
        var params: JSONObject = ["limit": .int(limit)]
        repeat {
            let page = try site.read("audit", params)
            for rule in page["rules"]?.array ?? [] {
                rules.insert(rule["rule"]?.string ?? "")
                breaches += (rule["breaches"]?.array ?? []).compactMap(\.string)
            }
            params["after"] = page["next"]
        } while params["after"] != nil
        #expect(rules.contains("an order's stage is what its picks, totes and parcels say"))
        for sentence in [
            "\"T-8\": state", "\"T-9\": state", "orders, row 1: stage", "O-2 is kept as picking",
        ] {
            #expect(breaches.contains { $0.contains(sentence) }, "\(sentence): \(breaches)")
        }
    }
}
