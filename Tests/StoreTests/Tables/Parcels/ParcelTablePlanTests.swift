import Domain
import Testing

@testable import Store

@Suite struct ParcelTablePlanTests {
    private let store: Store
    private var parcels: ParcelTable { store.parcels }

    init() throws { store = try openStore() }

    @Test func isReadAsItWasWritten() throws {
        let plan = Sample.plan(("TEA", 3), ("MUG", 1), ("TEA", 2))
        let row = try parcels.insert(Sample.parcel(plan)).row
        #expect(try parcels.plan(of: row) == plan)
        #expect(plan.runs.map(\.count) == [3, 1, 2])
        #expect(try parcels.runs(of: row) == plan.runs)
        #expect(try parcels.plan(of: ParcelRow(99)).pieces.isEmpty)
    }

    /// The table against the pieces themselves, wherever one stands in the plan.
    @Test func theRunAtHandFollowsWhatIsIn() throws {
        let plan = Sample.plan(("TEA", 3), ("MUG", 1), ("TEA", 2))
        let row = try parcels.insert(Sample.parcel(plan)).row
        for done in 0..<plan.pieces.count {
            let sku = plan.pieces[done].sku
            let count = plan.pieces[done...].prefix { $0.sku == sku }.count
            #expect(try parcels.run(of: row, after: done) == PackRun(sku: sku, first: done, count: count))
        }
        #expect(try parcels.run(of: row, after: plan.pieces.count) == nil)
        #expect(try parcels.run(of: ParcelRow(99), after: 0) == nil)
    }

    @Test func everyPartOfItCanBeRead() throws {
        let plan = Sample.plan(("TEA", 3), ("MUG", 1), ("TEA", 2))
        let row = try parcels.insert(Sample.parcel(plan)).row
        for start in 0...6 {
            for end in start...8 {
                #expect(
                    try parcels.pieces(of: row, at: start..<end) == Array(plan.pieces[start..<min(end, 6)]))
            }
        }
    }

    @Test func anotherBoxAndPlanReplaceTheFirst() throws {
        let row = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3), ("MUG", 1)))).row
        try parcels.recordPacked(2, in: row)
        try parcels.record(weightG: 500, of: row)
        let plan = Sample.plan(("TEA", 2), ("MUG", 4))
        let parcel = try parcels.replan(row, into: "L", plan, expectedWeightG: 900)
        #expect(parcel.box == "L" && parcel.pieces == 6 && parcel.done == 2 && parcel.weightG == nil)
        #expect(try parcels.plan(of: row) == plan)
        #expect(throws: Refusal.self) {
            try parcels.replan(row, into: "L", Sample.plan(("TEA", 1)), expectedWeightG: 900)
        }
    }

    @Test func aPlanWithAGapIsRefused() throws {
        let row = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3), ("MUG", 2), ("TEA", 1)))).row
        try store.db.execute(script: "DELETE FROM packing_run WHERE first = 3")
        #expect(throws: Refusal.self) { try parcels.plan(of: row) }
        #expect(try parcels.pieces(of: row, at: 0..<3).count == 3)
        #expect(try parcels.run(of: row, after: 4) == nil)
    }

    @Test func damagedPlacesAreRefused() throws {
        let row = try parcels.insert(Sample.parcel(Sample.plan(("TEA", 3)))).row
        try store.db.execute(script: "UPDATE packing_run SET places = x'0102'")
        #expect(throws: Refusal.self) { try parcels.plan(of: row) }
        #expect(try parcels.run(of: row, after: 1)?.count == 2)
    }
}
