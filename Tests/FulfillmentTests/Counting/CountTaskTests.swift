import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Counts that somebody asks for")
struct CountTaskTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    @Test("A bin gets one count, a SKU one in every bin that holds it; what waits already is given back")
    func open() throws {
        try site.receive(4, "PEN", in: "A-1-01")
        try site.receive(4, "PEN", in: "B-3-02")
        let first = try site.openCount("a-01-01", reason: "odd")
        #expect(first.count == 1)
        #expect(try site.openCount("A-1-01") == first)
        let all = try site.openCount(ofEach: "PEN")
        #expect(all.count == 2 && all[0] == first[0])
        let tasks = try site.tasks()
        #expect(tasks.map(\.bin) == ["A-1-01", "B-3-02"])
        #expect(tasks.map(\.sku) == [nil, "PEN"])
        #expect(tasks[0].reason == "odd" && tasks[0].state == .open)
        let opened = try site.events("task.opened").map { $0["data"] }
        #expect(opened.map { $0?["bin"] } == ["A-1-01", "B-3-02"])
        #expect(opened.allSatisfy { $0?["kind"] == "count" && $0?["warehouse"] == "WH-NY" })
        #expect(
            try site.refusal(TaskOpen(countOf: nil, or: "BRICK"))
                == .wrongState(
                    thing: "SKU BRICK", state: "in no bin by the books",
                    wanted: "in one; name the bin to count"))
    }

    @Test("A second SKU in a bin that waits for the count of one makes it the count of the bin")
    func widened() throws {
        try site.receive(4, "PEN", in: "A-1-01")
        try site.receive(2, "BRICK", in: "A-1-01")
        let task = try site.openCount(ofEach: "PEN")
        #expect(try site.openCount(ofEach: "BRICK", isBlind: true) == task)
        #expect(try site.tasks().map(\.sku) == [nil])
        #expect(try site.tasks().map(\.isBlind) == [true])
    }

    @Test("Tasks are listed by bin, kind and state, in pages")
    func list() throws {
        for bin in ["A-1-01", "B-3-02", "C-5-04"] { try site.openCount(bin) }
        _ = try site.count(0, "PEN", in: "B-3-02", isComplete: true)
        func bins(_ filter: JSONObject) throws -> [BinCode?] {
            try site.read(TaskList(written: filter)).tasks.map(\.bin)
        }
        #expect(try bins(["bin": "c-05-04"]) == ["C-5-04"])
        #expect(try bins(["state": "done"]) == ["B-3-02"])
        #expect(try bins(["kind": "count", "state": "open", "warehouse": "WH-NY"]) == ["A-1-01", "C-5-04"])
        #expect(try bins(["kind": "put_back"]) == [])
        #expect(try bins(["limit": 1, "after": "1"]) == ["B-3-02"])
        #expect(try site.read(TaskList(limit: 2)).hasMore)
    }

    @Test("A count of all that a task is about ends it, and says what it found")
    func ended() throws {
        try site.receive(4, "PEN", in: "A-1-01")
        try site.receive(2, "BRICK", in: "A-1-01")
        try site.openCount("A-1-01")
        _ = try site.count(4, "PEN", in: "A-1-01")
        #expect(try site.tasks().map(\.state) == [.open])
        _ = try site.count(3, "PEN", in: "A-1-01", isComplete: true)
        #expect(try site.tasks().map(\.state) == [.done])
        let done = try site.events("task.done")
        #expect(done.count == 1)
        let differences = done[0]["data"]?["differences"]?.array ?? []
        #expect(differences.map { $0["sku"] } == ["PEN", "BRICK"])
        #expect(differences.map { $0["change"] } == [-1, -2])
        #expect(try site.breaches() == [])
    }

    @Test("A large difference is booked once a second count says the same, smaller ones beside it at once")
    func recount() throws {
        try site.receive(100, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "A-1-01")
        let first = try site.done(StockCount("A-1-01", [("PEN", 40), ("BRICK", 9)]))
        #expect(first.mustRecount)
        #expect(first.differences.map(\.change) == [-60, -1])
        #expect(try (site.onHand("PEN", in: "A-1-01"), site.onHand("BRICK", in: "A-1-01")) == (100, 9))
        let task = try #require(try site.tasks().first)
        #expect(task.mustRecount && task.isBlind && task.sku == "PEN")
        #expect(try site.count(41, "PEN", in: "A-1-01").mustRecount)
        try site.done(StockMove(5, "PEN", from: "A-1-01", to: "B-3-02"))
        #expect(try !site.count(36, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01") == 36)
        #expect(try site.tasks().map(\.state) == [.done])
        #expect(try site.events("task.opened").count == 1)
        #expect(try site.breaches() == [])
    }

    @Test("What is large is a setting")
    func limits() throws {
        var settings = SiteSettings()
        (settings.counting.recountPieces, settings.counting.recountPermille) = (0, 0)
        let site = try TestSite(floor: try TestSite.layoutText("wh-ny"), settings: settings)
        try site.receive(3, "PEN", in: "A-1-01")
        #expect(try site.count(2, "PEN", in: "A-1-01").mustRecount)
        #expect(try !site.count(2, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01") == 2)
    }

    @Test("All pieces of goods count, whatever may be done with them; what may be sold goes first")
    func statuses() throws {
        try site.receive(5, "PEN", in: "A-1-01")
        for bin in ["A-1-01", "B-3-02"] {
            try site.done(StockReceive(3, "PEN", in: BinCode(bin), status: .quarantine))
        }
        #expect(try site.count(8, "PEN", in: "A-1-01").differences == [])
        _ = try site.count(6, "PEN", in: "A-1-01")
        #expect(try site.onHand("PEN", in: "A-1-01", status: .available) == 3)
        _ = try site.count(2, "PEN", in: "A-1-01")
        #expect(try site.onHand("PEN", in: "A-1-01", status: .available) == 0)
        #expect(try site.onHand("PEN", in: "A-1-01", status: .quarantine) == 2)
        _ = try site.count(5, "PEN", in: "B-3-02")
        #expect(try site.onHand("PEN", in: "B-3-02", status: .quarantine) == 5)
        #expect(try site.breaches() == [])
    }
}
