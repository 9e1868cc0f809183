import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Totes")
struct TotesTests {
    @Test("Where there are several warehouses, a new tote says of which it is")
    func warehouse() throws {
        let site = try Worlds.stocked.open()
        guard case .badParams("warehouse", _) = try site.refusal(ToteUpsert("NEW")) else {
            Issue.record("a tote of no warehouse is known")
            return
        }
        try site.done(ToteUpsert("NEW", in: "WH-OH"))
        try site.done(ToteUpsert("NEW", tareG: 900))
    }
}
