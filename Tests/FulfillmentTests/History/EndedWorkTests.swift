import JSON
import Testing

@testable import Fulfillment

/// Tours, tasks, sessions and imports that are over go after the days of orders, and none that is still named.
@Suite struct EndedWorkTests {
    private static let parts = ["tasks", "tours", "sessions", "imports"]

    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(100, "PEN", in: "A-1-01")
    }

    private func slice(_ part: String, limit: Int, after last: JSONValue?) throws -> JSONValue {
        var params: JSONObject = ["part": .string(part), "limit": .int(limit)]
        params["after"] = last
        return try site.done("history.slice", params)
    }

    /// What goes of each, one slice after another until none is due.
    private func removed(limit: Int = 2) throws -> [String: Int] {
        var removed: [String: Int] = [:]
        for part in Self.parts {
            var last: JSONValue?
            var hasMore = true
            while hasMore {
                let answer = try slice(part, limit: limit, after: last)
                removed[part, default: 0] += answer["done"]?.int ?? 0
                last = answer["last"]
                hasMore = answer["more"] == true
            }
        }
        return removed.filter { $0.value > 0 }
    }

    private func endSessions() throws {
        for session in try site.read("session.list")["sessions"]?.array ?? [] {
            try site.done("session.end", ["session": session["session"] ?? .null])
        }
    }

    private func countAll() throws {
        try site.openCount(["bin": "A-1-01"])
        let there = try site.onHand("PEN", in: "A-1-01")
        _ = try site.count(there, "PEN", in: "A-1-01", isComplete: true)
    }

    private func importTote(_ tote: String) throws -> JSONValue {
        let number = try site.done("import.begin", ["kind": "tote"])["import"] ?? .null
        try site.done("import.rows", ["import": number, "first_line": 1, "rows": [["tote": .string(tote)]]])
        try site.done("import.commit", ["import": number])
        return number
    }

    @Test("After the days of orders all that is over has gone, and nothing is wrong")
    func all() throws {
        try site.ship("O-1")
        try countAll()
        let number = try importTote("TT-1")
        try endSessions()
        site.wait(days: 31)
        #expect(try site.slice("orders") == 1)
        #expect(try removed() == [:])
        site.wait(days: 368)
        #expect(try removed() == [:])
        site.wait(days: 2)
        #expect(try removed() == ["tasks": 1, "tours": 1, "sessions": 2, "imports": 1])
        #expect(try site.tours() == [])
        #expect(try site.tasks() == [])
        #expect(try site.read("session.list", ["all": true])["sessions"] == [])
        #expect(try site.refusal("import.commit", ["import": number]) == .unknownImport(1))
        #expect(try site.breaches() == [])
        // The archive has the order still.
        #expect(try site.stage(of: "O-1") == "closed")
        // Numbers are given out once.
        try site.ship("O-2")
        #expect(try site.tours().map { $0["tour"] } == [2])
        #expect(try importTote("TT-2") == 2)
    }

    @Test("A tour stays while an order names it, and with it the session that walked it")
    func named() throws {
        try site.send("O-1", [("PEN", 2)])
        try site.pickEverything()
        try endSessions()
        site.wait(days: 401)
        #expect(try removed() == [:])
        try site.pack("O-1")
        try site.handOver("O-1")
        site.wait(days: 31)
        #expect(try removed() == [:])
        #expect(try site.slice("orders") == 1)
        #expect(try removed() == ["tours": 1, "sessions": 1])
        #expect(try site.breaches() == [])
    }

    @Test("What is under way stays, however long it stands")
    func underWay() throws {
        try site.send("O-1", [("PEN", 2)])
        let picker = try site.picker()
        try picker.nextTour()
        try site.openCount(["bin": "B-3-02"])
        try site.done("import.begin", ["kind": "tote"])
        site.wait(days: 500)
        #expect(try removed() == [:])
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "picked")
        #expect(try site.breaches() == [])
    }

    @Test("An order that is in transit for longer than others are kept keeps its tour")
    func inTransitForLong() throws {
        site.settings.retention.inTransitDays = 600
        try site.reopen()
        try site.ship("O-1")
        site.wait(days: 500)
        #expect(try site.slice("orders") == 0)
        #expect(try removed() == [:])
        #expect(try site.tours().count == 1)
        site.wait(days: 101)
        #expect(try site.slice("orders") == 1)
        #expect(try removed() == ["tours": 1])
    }

    @Test("So many are looked at in a slice, which tells where the next goes on")
    func limit() throws {
        for number in 1...3 { try site.ship("O-\(number)") }
        try site.send("O-4", [("PEN", 1)])
        try site.pickEverything()
        site.wait(days: 401)
        #expect(try site.slice("orders") == 3)
        let first = try slice("tours", limit: 2, after: nil)
        #expect(first["done"] == 2 && first["more"] == true)
        let second = try slice("tours", limit: 2, after: first["last"])
        #expect(second["done"] == 1 && second["more"] == true)
        #expect(try slice("tours", limit: 2, after: second["last"]) == ["done": 0, "more": false])
        #expect(try site.tours().count == 1)
    }
}
