import Testing

@testable import Store

@Suite struct QueryPlanTests {
    static let statements = [
        ("SELECT sku FROM sku WHERE name = 'x'", true),
        ("SELECT name FROM sku WHERE client = '' AND sku = 'x'", false),
        ("SELECT n.sku FROM import_sku AS n WHERE n.line = 3", true),
        ("SELECT n.sku FROM import_sku AS n WHERE n.import = 3", false),
        ("UPDATE session SET step = 1 WHERE device = 'h07'", true),
        (
            "INSERT INTO consumer (consumer, acknowledged, seen_at) SELECT badge, 0, 0 FROM session WHERE step = 9",
            true
        ),
        ("DELETE FROM tote WHERE state = 'free'", false),
        ("SELECT kind FROM import WHERE begun_at = 3", true),
        ("SELECT journal FROM run WHERE mark = ''", true),
        ("SELECT max(id) FROM run", false),
    ]

    /// What is open may be much, too: a printer is out of order, orders wait for a cart.
    static let openStatements = [
        ("SELECT id FROM session INDEXED BY session_open_id WHERE ended_at IS NULL ORDER BY id LIMIT 9", false),
        ("SELECT id FROM session INDEXED BY session_open_id WHERE ended_at IS NULL ORDER BY badge LIMIT 9", true),
        ("SELECT count(*) FROM session INDEXED BY session_open_id WHERE ended_at IS NULL", true),
        (
            "SELECT count(*) FROM (SELECT 1 FROM session INDEXED BY session_open_id WHERE ended_at IS NULL LIMIT 9)",
            true
        ),
        ("SELECT min(printer) FROM label_job INDEXED BY label_open_queued WHERE state = 'queued'", false),
        (
            "SELECT id FROM pick INDEXED BY pick_open_pool WHERE warehouse = 'NY' AND state = 'open' AND tour IS NULL",
            true
        ),
        (
            "SELECT id FROM pick INDEXED BY pick_open_pool WHERE warehouse = 'NY' AND state = 'open' AND tour IS NULL LIMIT 9",
            false
        ),
    ]

    @Test(
        "A table that grows is not read from end to end, whatever the statement calls it", arguments: statements + openStatements)
    func scans(text: String, scans: Bool) throws {
        let store = try openStore()
        let plan = try QueryPlan(of: text, on: store.db.handle)
        #expect((plan.scanOfGrowingTable != nil) == scans, "\(plan.steps)")
        withExtendedLifetime(store) {}
    }
}
