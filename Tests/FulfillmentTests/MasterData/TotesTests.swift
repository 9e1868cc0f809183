import Testing

@testable import Fulfillment

@Suite("Totes")
struct TotesTests {
    @Test("Where there are several warehouses, a new tote says of which it is")
    func warehouse() throws {
        let site = try Worlds.stocked.open()
        guard case .badParams("warehouse", _) = try site.refusal("tote.upsert", ["tote": "NEW"]) else {
            Issue.record("a tote of no warehouse is known")
            return
        }
        try site.done("tote.upsert", ["tote": "NEW", "warehouse": "WH-OH"])
        try site.done("tote.upsert", ["tote": "NEW", "tare_g": 900])
    }
}
