import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Tours, tasks, sessions and imports that are over go after the days of orders, and none that is still named.
@Suite struct EndedWorkTests {
    private static let parts: [HistorySlice.Part] = [.tasks, .tours, .sessions, .imports]

    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(100, "PEN", in: "A-1-01")
    }

    /// What goes of each, one slice after another until none is due.
    private func removed(limit: Int = 2) throws -> [HistorySlice.Part: Int] {
        var removed: [HistorySlice.Part: Int] = [:]
        for part in Self.parts {
            var slice = HistorySlice(part, limit: limit)
            var hasMore = true
            while hasMore {
                let answer = try site.done(slice)
                removed[part, default: 0] += answer.done
                slice.after = answer.last
                hasMore = answer.hasMore
            }
        }
        return removed.filter { $0.value > 0 }
    }

    private func endSessions() throws {
        for row in try site.read(SessionList()).sessions { try site.done(SessionEnd(row.session.number)) }
    }

    private func countAll() throws {
        try site.openCount("A-1-01")
        let there = try site.onHand("PEN", in: "A-1-01")
        _ = try site.count(there, "PEN", in: "A-1-01", isComplete: true)
    }

    private func importTote(_ tote: String) throws -> ImportRow {
        let number = try site.done(ImportBegin(.tote)).number
        try site.done(ImportRows(number, from: 1, [["tote": .string(tote)]]))
        try site.done(ImportCommit(number))
        return number
    }

    @Test("After the days of orders all that is over has gone, and nothing is wrong")
    func all() throws {
        try site.ship("O-1")
        try countAll()
        let number = try importTote("TT-1")
        try endSessions()
        site.wait(days: 31)
        #expect(try site.slice(.orders) == 1)
        #expect(try removed() == [:])
        site.wait(days: 368)
        #expect(try removed() == [:])
        site.wait(days: 2)
        #expect(try removed() == [.tasks: 1, .tours: 1, .sessions: 2, .imports: 1])
        #expect(try site.tours() == [])
        #expect(try site.tasks() == [])
        var sessions = SessionList()
        sessions.all = true
        #expect(try site.read(sessions).sessions == [])
        #expect(try site.refusal(ImportCommit(number)) == .unknownImport(1))
        #expect(try site.breaches() == [])
        // The archive has the order still.
        #expect(try site.stage(of: "O-1") == .closed)
        // Numbers are given out once.
        try site.ship("O-2")
        #expect(try site.tours().map(\.tour.number) == [2])
        #expect(try importTote("TT-2").number == 2)
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
        #expect(try site.slice(.orders) == 1)
        #expect(try removed() == [.tours: 1, .sessions: 1])
        #expect(try site.breaches() == [])
    }

    @Test("What is under way stays, however long it stands")
    func underWay() throws {
        try site.send("O-1", [("PEN", 2)])
        let picker = try site.picker()
        try picker.nextTour()
        try site.openCount("B-3-02")
        try site.done(ImportBegin(.tote))
        site.wait(days: 500)
        #expect(try removed() == [:])
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("An order that is in transit for longer than others are kept keeps its tour")
    func inTransitForLong() throws {
        site.settings.retention.inTransitDays = 600
        try site.reopen()
        try site.ship("O-1")
        site.wait(days: 500)
        #expect(try site.slice(.orders) == 0)
        #expect(try removed() == [:])
        #expect(try site.tours().count == 1)
        site.wait(days: 101)
        #expect(try site.slice(.orders) == 1)
        #expect(try removed() == [.tours: 1])
    }

    @Test("So many are looked at in a slice, which tells where the next goes on")
    func limit() throws {
        for number in 1...3 { try site.ship("O-\(number)") }
        try site.send("O-4", [("PEN", 1)])
        try site.pickEverything()
        site.wait(days: 401)
        #expect(try site.slice(.orders) == 3)
        var slice = HistorySlice(.tours, limit: 2)
        let first = try site.done(slice)
        #expect(first.done == 2 && first.hasMore)
        slice.after = first.last
        let second = try site.done(slice)
        #expect(second.done == 1 && second.hasMore)
        slice.after = second.last
        #expect(try site.done(slice) == HistorySlice.Result())
        #expect(try site.tours().count == 1)
    }
}
