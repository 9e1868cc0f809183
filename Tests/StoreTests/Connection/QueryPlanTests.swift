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
    ]

    @Test(
        "A table that grows is not read from end to end, whatever the statement calls it", arguments: statements)
    func scans(text: String, scans: Bool) throws {
        let store = try openStore()
        let plan = try QueryPlan(of: text, on: store.db.handle)
        #expect((plan.scanOfGrowingTable != nil) == scans, "\(plan.steps)")
        withExtendedLifetime(store) {}
    }
}
