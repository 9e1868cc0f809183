import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct ScanOnTourTests {
    private let site: TestSite
    private let picker: Handheld

    init() throws {
        site = try TestSite()
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(9, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 3), ("BRICK", 1)])
        picker = try site.picker()
        try picker.nextTour()
    }

    @Test("A wrong code is refused with what it is, and the same prompt stands")
    func wrongCodes() throws {
        try picker.scan("T-1")
        #expect(
            try picker.refusal(of: "C-5-04")
                == .wrongBin(expected: "A-1-01", scanned: "C-5-04", scannedIs: "bin, holds BRICK"))
        try picker.scan("a-01-01")
        #expect(
            try picker.refusal(of: "BRICK")
                == .wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "item BRICK"))
        try picker.scan(Goods.barcode)
        #expect(try picker.refusal(of: "4") == .tooMany(expected: 3, given: 4, of: "PEN"))
        try picker.scan("3")
        #expect(
            try picker.refusal(of: "T-2")
                == .wrongTote(expected: "T-1", scanned: "T-2", scannedIs: "tote, free"))
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step)
        try picker.scan("t-1")
        #expect(picker.show.sku == "BRICK")
    }

    @Test("A scanner that tells which kind of barcode it read names the same bins, totes, stations and commands")
    func symbology() throws {
        try picker.scan("]C0T-1")
        try picker.scan("]C0*WHY")
        #expect(picker.expects == .bin && picker.show.why != nil)
        for code in ["]C0A-1-01", "]C0PEN", "3", "]C0T-1"] { try picker.scan(code) }
        #expect(picker.show.sku == "BRICK")
        for code in ["]C0C-5-04", "]C0BRICK", "]C0T-1"] { try picker.scan(code) }
        #expect(picker.expects == .station)
        try picker.scan("]C0PACK-1")
        #expect(try site.stage(of: "O-1") == .picked)
    }

    @Test("A tote of another warehouse is not taken along")
    func toteOfAnotherWarehouse() throws {
        try site.load(try TestSite.layoutText("wh-nj"))
        try site.done(ToteUpsert("Z-1", in: "WH-NJ"))
        #expect(
            try picker.refusal(of: "z-1")
                == .wrongTote(
                    expected: "a free tote of WH-NY", scanned: "z-1", scannedIs: "tote of WH-NJ, free"))
        try picker.scan("T-1")
        #expect(picker.expects == .bin)
    }

    @Test("A scan that answers an earlier prompt changes nothing")
    func staleStep() throws {
        let step = picker.step
        try picker.scan("T-1")
        #expect(try picker.refusal(of: "A-1-01", step: step) == .staleStep(current: step + 1, given: step))
        #expect(picker.expects == .bin)
        try picker.scan("A-1-01")
    }

    @Test("The item's code again counts one more piece")
    func countingByScan() throws {
        try picker.answer(until: .item)
        for _ in 0..<3 { try picker.scan("PEN") }
        #expect(picker.expects == .tote)
    }

    @Test func skippedBinComesLast() throws {
        try picker.scan("T-1")
        try picker.scan("*SKIP")
        #expect(picker.show.bin == "C-5-04")
        try picker.answer(until: .station)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("Undoing a finished pick puts the pieces back into their bin")
    func undo() throws {
        try picker.scan("T-1")
        for code in ["A-1-01", "PEN", "3", "T-1", "*UNDO"] { try picker.scan(code) }
        #expect(picker.show.sku == "PEN")
        let stock = try #require(try site.read(StockList("PEN")).stock.first)
        #expect(stock.onHand == 9)
        #expect(stock.reserved == 3)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
    }

    @Test("A full tote is parked, the order goes on in another, and both are dropped")
    func full() throws {
        for code in ["T-1", "A-1-01", "PEN", "3", "T-1", "C-5-04", "BRICK", "*FULL", "T-2", "T-2"] {
            try picker.scan(code)
        }
        #expect(picker.show.totes == ["T-1", "T-2"])
        try picker.answer()
        #expect(try site.totes(.atStation) == ["T-1", "T-2"])
        #expect(try site.events("tour.finished").last?["data"]?["totes"] == 2)
        #expect(try site.events("order.picked").last?["data"]?["qty"] == 4)
    }

    @Test("A full tote in which nothing lies is free after the drop")
    func fullButEmpty() throws {
        for code in ["T-1", "A-1-01", "PEN", "3", "*FULL", "T-2"] { try picker.scan(code) }
        try picker.answer(until: .none)
        #expect(try site.totes(.atStation).count == 1)
    }

    @Test("Another picker goes on where a cart was left")
    func pauseAndResume() throws {
        for code in ["T-1", "A-1-01", "PEN", "3", "T-1", "*PAUSE"] { try picker.scan(code) }
        #expect(try site.breaches() == [])
        let other = try site.picker("P2")
        try other.nextTour()
        #expect(other.show.bin == "C-5-04")
        try other.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("tour.started").count == 1)
    }
}
