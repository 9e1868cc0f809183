import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("What is told of stock from the receipt to the driver")
struct ToldOfStockTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
    }

    /// The sum of the changes that were told of each bin.
    private func told() throws -> [String: Int] {
        var told: [String: Int] = [:]
        for data in try site.events("stock.changed").compactMap({ $0["data"] }) {
            guard let bin = data["bin"]?.string else { continue }
            told[bin, default: 0] += data["change"]?.int ?? 0
        }
        return told.filter { $0.value != 0 }
    }

    /// The pieces that the books have in each bin.
    private func lying() throws -> [String: Int] {
        var lying: [String: Int] = [:]
        for row in try site.read(StockList("PEN")).stock where row.onHand != 0 {
            lying[row.bin.text, default: 0] += row.onHand
        }
        return lying
    }

    @Test("After every change the sum of what was told of a bin is what lies in it")
    func everyChange() throws {
        #expect(try told() == ["A-1-01": 10])
        try site.done(StockAdjust(-1, "PEN", in: "A-1-01", .count))
        #expect(try told() == ["A-1-01": 9])
        try site.done(StockMove(3, "PEN", from: "A-1-01", to: "B-1-01"))
        #expect(try told() == ["A-1-01": 6, "B-1-01": 3])
        #expect(try lying() == ["A-1-01": 6, "B-1-01": 3])
        try site.send("O-1", [("PEN", 4)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .station)
        let picked = try told()
        #expect(picked.values.reduce(0, +) == 5)
        #expect(try lying() == picked)
        try picker.scan("*UNDO")
        let undone = try told()
        #expect(undone != picked)
        #expect(try lying() == undone)
        try picker.answer(until: .none)
        #expect(try told() == picked)
        #expect(try lying() == picked)
        #expect(try site.breaches() == [])
    }

    @Test("What is available falls once, with the promise, and stays so until the driver has the goods")
    func available() throws {
        #expect(try site.available("PEN") == 10)
        try site.allocate("O-1", [("PEN", 4)])
        #expect(try site.available("PEN") == 6, "allocated")
        try site.release("O-1")
        #expect(try site.available("PEN") == 6, "released")
        try site.pickEverything()
        #expect(try site.available("PEN") == 6, "picked")
        try site.pack("O-1")
        #expect(try site.available("PEN") == 6, "packed")
        try site.handOver("O-1")
        #expect(try site.available("PEN") == 6, "handed over")
        #expect(try site.stage(of: "O-1") == .inTransit)
    }
}
