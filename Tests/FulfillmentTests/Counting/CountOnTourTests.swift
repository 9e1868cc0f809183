import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A walk from count to count")
struct CountOnTourTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    @Test("Every bin that waits is counted on one walk, and the walk is over with the last")
    func walk() throws {
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(5, "BRICK", in: "C-5-04")
        for bin in ["C-5-04", "A-1-01"] { try site.openCount(bin) }
        let counter = try site.counter()
        #expect(counter.expects == .bin && counter.show.kind == .count)
        var bins: [String] = []
        for _ in 0..<2 {
            bins.append(counter.show.bin?.text ?? "")
            #expect(counter.show.done == bins.count - 1 && counter.show.of == 2)
            try counter.count(bins.last == "A-1-01" ? [("PEN", 9)] : [("BRICK", 5)])
        }
        #expect(Set(bins) == ["A-1-01", "C-5-04"] && counter.expects == .none)
        #expect(try site.onHand("PEN", in: "A-1-01") == 9)
        #expect(try site.onHand("BRICK", in: "C-5-04") == 5)
        let tasks = try site.tasks()
        #expect(tasks.count == 2 && tasks.allSatisfy { $0.state == .done && $0.badge == "P1" })
        let tour = try #require(try site.tours().first)
        #expect(tour.kind == .count && tour.state == .finished)
        #expect(try site.events("tour.started").count == 1)
        #expect(try site.events("tour.finished").count == 1)
        let done = try site.events("task.done")
        #expect(done.count == 2 && done.allSatisfy { $0["data"]?["by"] == "P1" })
        #expect(try site.events("stock.changed").last?["data"]?["reason"] == "count")
        #expect(try site.breaches() == [])
    }

    @Test("Pieces are scanned up, case by case too, or keyed; the same goods again are more of them")
    func pieces() throws {
        try site.done(
            "sku.upsert",
            ["sku": "PEN", "units": [["unit": "case", "qty": 12, "barcodes": ["9506000134352"]]]])
        try site.receive(30, "PEN", in: "A-1-01")
        try site.openCount(ofEach: "PEN")
        let counter = try site.counter()
        try counter.scan(["A-1-01", Goods.barcode, "9506000134352", "PEN"])
        #expect(counter.show.counted == 14 && counter.show.quantity == 30)
        try counter.scan(["done", "PEN", "16"])
        #expect(counter.expects == .item && counter.show.counted == 30)
        #expect(
            try counter.refusal(of: "BRICK")
                == .wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "item BRICK"))
        try counter.scan("done")
        #expect(counter.expects == .none)
        #expect(try site.events("task.done").last?["data"]?["differences"] == nil)
    }

    @Test("A blind count does not show what the books have")
    func blind() throws {
        try site.receive(10, "PEN", in: "A-1-01")
        try site.openCount(ofEach: "PEN", isBlind: true)
        let counter = try site.counter()
        while counter.expects != .quantity {
            #expect(counter.show.quantity == nil)
            try counter.answer()
        }
        #expect(counter.show.quantity == nil)
    }

    @Test("Lot and day of expiry are asked for where neither the code nor the books say them")
    func lots() throws {
        try site.receive(6, "SERUM", in: "A-1-01", lot: "L1", expiry: "2027-05-31")
        try site.receive(2, "SERUM", in: "A-1-01", lot: "L2", expiry: "2027-01-31")
        try site.receive(1, "SERUM", in: "A-1-01", lot: "L2", expiry: "2027-02-28")
        try site.openCount("A-1-01")
        let counter = try site.counter()
        try counter.scan(["A-1-01", "SERUM"])
        #expect(counter.expects == .lot)
        #expect(
            try counter.refusal(of: "C-5-04")
                == .wrongLot(expected: "a lot of SERUM", scanned: "C-5-04", scannedIs: "bin, empty"))
        try counter.scan("L1")
        #expect(counter.expects == .quantity && counter.show.expiry?.description == "2027-05-31")
        try counter.scan(["6", "SERUM", "L2"])
        #expect(counter.expects == .expiry && counter.prompt.choices == ["2027-01-31", "2027-02-28"])
        try counter.scan(["2027-01-31", "2", "SERUM", "L3", "2027-08-31", "4", "done"])
        #expect(counter.expects == .yesNo)
        try counter.scan("no")
        try counter.scan(["done", "yes"])
        #expect(counter.expects == .none)
        let stock = try site.read(StockList(in: "A-1-01")).stock
        let quantities = Dictionary(
            uniqueKeysWithValues: stock.map {
                ("\($0.lot ?? "") \($0.expiry?.description ?? "")", $0.onHand)
            })
        #expect(quantities == ["L1 2027-05-31": 6, "L2 2027-01-31": 2, "L3 2027-08-31": 4])
        #expect(try site.breaches() == [])
    }

    @Test("The first scan freezes the books: what moves after it is no difference")
    func freeze() throws {
        for (counted, left) in [(10, 8), (9, 7)] {
            let site = try TestSite()
            try site.receive(10, "PEN", in: "A-1-01")
            try site.openCount("A-1-01")
            let counter = try site.counter()
            try counter.scan("A-1-01")
            try site.done(StockMove(2, "PEN", from: "A-1-01", to: "B-3-02"))
            try counter.scan(["PEN", String(counted), "done"])
            #expect(counter.expects == .none)
            #expect(try site.onHand("PEN", in: "A-1-01") == left)
            #expect(try site.breaches() == [])
        }
    }

    @Test("Below what is reserved picks move to other bins, and what none can serve is short")
    func belowWhatIsReserved() throws {
        try site.receive(10, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 8)])
        try site.receive(2, "PEN", in: "B-3-02")
        try site.openCount("A-1-01")
        try site.counter().count([("PEN", 5)])
        let picks = try site.order("O-1").picks
        func pieces(_ isMeant: (OrderGet.Pick) -> Bool) -> Int {
            picks.filter(isMeant).reduce(0) { $0 + $1.quantity }
        }
        #expect(pieces { $0.state == .short } == 1)
        #expect(pieces { $0.state != .short && $0.bin == "A-1-01" } == 5)
        #expect(pieces { $0.state != .short && $0.bin == "B-3-02" } == 2)
        #expect(try site.events("order.short").last?["data"]?["lines"]?.array?.first?["missing"] == 1)
        #expect(try site.breaches() == [])
    }

    @Test("*UNDO goes one step back, *WHY says why, *SKIP leaves the bin for later")
    func commands() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        for bin in ["A-1-01", "B-3-02"] { try site.openCount(bin, reason: "audit") }
        let counter = try site.counter()
        let first = counter.show.bin?.text ?? ""
        try counter.scan("*WHY")
        #expect(counter.show.why?.count == 2)
        try counter.scan([first, "PEN", "*UNDO"])
        #expect(counter.expects == .item)
        try counter.scan(["PEN", "7", "*UNDO"])
        #expect(counter.expects == .item && counter.show.counted == nil)
        try counter.scan("*UNDO")
        #expect(counter.expects == .bin)
        #expect(
            try counter.refusal(of: "*UNDO")
                == .notHere(place: "bin", hint: "there is nothing here that *UNDO could take back"))
        try counter.scan([first, "*SKIP"])
        let second = counter.show.bin?.text ?? ""
        #expect(Set([first, second]) == ["A-1-01", "B-3-02"])
        try counter.scan("*SKIP")
        #expect(counter.show.bin?.text == first)
        while counter.expects == .bin {
            try counter.count(counter.show.bin == "A-1-01" ? [("PEN", 3)] : [])
        }
        #expect(counter.expects == .none)
        #expect(try site.tasks().map(\.state) == [.done, .done])
        #expect(try site.breaches() == [])
    }

    @Test(
        "A walk that was left is gone on with by anybody, from the bin that was not finished; also after a restart"
    )
    func paused() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
        let counter = try site.counter()
        try counter.scan(["A-1-01", "PEN"])
        try site.reopen()
        try counter.nextTour()
        #expect(counter.expects == .quantity && counter.show.counted == 1)
        try counter.scan("*PAUSE")
        #expect(counter.expects == .none)
        #expect(try site.tasks().map(\.state) == [.open])
        let other = try site.counter("P2")
        #expect(other.expects == .bin && other.show.bin == "A-1-01")
        try other.count([("PEN", 3)])
        #expect(other.expects == .none)
        #expect(try site.events("tour.started").count == 1)
        #expect(try site.events("tour.finished").count == 1)
        #expect(try site.breaches() == [])
    }

    @Test("What somebody else has counted in between is not asked for any more")
    func countedByOthers() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
        let counter = try site.counter()
        try counter.scan("A-1-01")
        _ = try site.count(2, "PEN", in: "A-1-01", isComplete: true)
        try counter.nextTour()
        #expect(counter.expects == .yesNo && counter.prompt.say == "All is counted")
        try counter.scan("yes")
        #expect(counter.expects == .none)
        #expect(try site.tours().map(\.state) == [.finished])
        #expect(try site.onHand("PEN", in: "A-1-01") == 2)
        #expect(try site.breaches() == [])
    }

    @Test("A walk that nobody is on is over when its last bin has been counted")
    func countedWhilePaused() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
        try site.counter().scan("*PAUSE")
        _ = try site.count(3, "PEN", in: "A-1-01")
        #expect(try site.tours().map(\.state) == [.cancelled])
        #expect(try site.tasks().map(\.state) == [.done])
        #expect(try site.breaches() == [])
    }
}
