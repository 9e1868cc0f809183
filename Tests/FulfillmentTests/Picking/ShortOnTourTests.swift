import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

@Suite struct ShortOnTourTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
    }

    private func pickerAtItem() throws -> Handheld {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
        return picker
    }

    @Test("What is missing is fetched from another bin on the same walk")
    func replacement() throws {
        try site.receive(5, "PEN", in: "J-20-01")
        try site.send("O-1", [("PEN", 3)])
        let picker = try pickerAtItem()
        for code in ["PEN", "1", "damaged"] { try picker.scan(code) }
        #expect(picker.expects == .tote)
        #expect(picker.show.quantity == 1)
        try picker.answer()
        #expect(picker.show.bin == "J-20-01")
        #expect(picker.show.quantity == 2)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("order.short") == [])
        #expect(try site.breaches() == [])
    }

    @Test("The pieces in hand are finished first, though the new walk begins elsewhere in the same place")
    func piecesInHandFirst() throws {
        try site.receive(5, "BRICK", in: "A-1-01")
        try site.receive(5, "PEN", in: "A-1-02")
        try site.send("O-1", [("PEN", 3), ("BRICK", 1)])
        let picker = try pickerAtItem()
        for _ in 0..<10
        where picker.show.sku != "PEN" || picker.show.bin != "A-1-01" || picker.expects != .item {
            try picker.answer()
        }
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        #expect(picker.show.bin == "A-1-01")
        #expect(picker.show.sku == "PEN")
        #expect(picker.show.quantity == 2)
    }

    @Test("Where no bin has them, the order is told short; the rest is picked once it has come")
    func waits() throws {
        try site.send("O-1", [("PEN", 3)])
        let picker = try pickerAtItem()
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        try picker.answer(until: .none)
        let told = try site.events("order.short").last?["data"]
        #expect(told?["lines"]?.array?.first?["missing"] == 1)
        try site.receive(1, "PEN", in: "B-1-01")
        try site.release("O-1")
        try site.pickEverything(by: "P2")
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("A line that is picked on two tours is told picked once, and packed from both totes")
    func onTwoTours() throws {
        try site.receive(36, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 39)])
        let picker = try pickerAtItem()
        for code in ["PEN", "4", "missing"] { try picker.scan(code) }
        try picker.answer(until: .none)
        #expect(try site.events("order.picked") == [])
        try site.receive(35, "PEN", in: "B-1-02")
        try site.release("O-1")
        try site.pickEverything(by: "P2")
        let told = try site.events("order.picked").compactMap { $0["data"] }
        #expect(told.map { $0["qty"] } == [39])
        #expect(told.first?["totes"]?.array?.count == 2)
        let picked = try site.order("O-1").picks.filter { $0.state == .picked }
        #expect(picked.map(\.quantity).sorted() == [4, 35])
        try site.pack("O-1")
        #expect(try site.stage(of: "O-1") == .packed)
        let packed = try site.order("O-1").picks.filter { $0.state == .packed }
        #expect(packed.reduce(0) { $0 + $1.quantity } == 39)
        #expect(try site.breaches() == [])
    }

    @Test("An order that ships what is there is picked without the rest")
    func ships() throws {
        try site.send("O-1", [("PEN", 3)], ["on_short": "ship"])
        let picker = try pickerAtItem()
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        try site.pack("O-1")
        try site.handOver("O-1")
        #expect(try site.stage(of: "O-1") == .inTransit)
        #expect(try site.breaches() == [])
    }

    private static let ships: JSONObject = ["on_short": "ship"]

    @Test("Where nothing is there at all, such an order is cancelled, its tote is free and the walk goes on")
    func shipsNothing() throws {
        try site.receive(5, "BRICK", in: "C-5-04")
        try site.allocate("O-1", [("PEN", 3)], Self.ships)
        try site.allocate("O-2", [("BRICK", 1)])
        try site.releaseAll()
        let picker = try pickerAtItem()
        #expect(picker.show.order == "O-1")
        for code in ["PEN", "0", "missing"] { try picker.scan(code) }
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.flags(of: "O-1") == [])
        #expect(try site.events("order.short").count == 1)
        #expect(try site.events("order.cancelled").map { $0["data"]?["reason"] } == ["missing"])
        #expect(try site.totes(.bound).count == 1)
        #expect(try site.breaches() == [])
        #expect(picker.expects == .bin && picker.show.bin == "C-5-04")
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("A walk of such an order alone ends at the station with nothing to set down")
    func shipsNothingAlone() throws {
        try site.send("O-1", [("PEN", 3)], Self.ships)
        let picker = try pickerAtItem()
        for code in ["PEN", "0", "damaged"] { try picker.scan(code) }
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(picker.expects == .station)
        try picker.answer()
        #expect(try site.tours().map(\.state) == [.finished])
        #expect(try site.totes(.free).count == 40)
        #expect(try site.breaches() == [])
    }

    @Test("What is in the tote already goes on, though all else is missing")
    func shipsWhatIsPicked() throws {
        try site.receive(5, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 3), ("BRICK", 1)], Self.ships)
        let picker = try pickerAtItem()
        for _ in 0..<10 where picker.show.sku != "BRICK" || picker.expects != .item {
            try picker.answer()
        }
        var short = TourShort()
        (short.session, short.step) = (SessionRow(picker.session), picker.step)
        try site.done(short)
        try picker.nextTour()
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("order.cancelled") == [])
        #expect(try site.breaches() == [])
    }
}
