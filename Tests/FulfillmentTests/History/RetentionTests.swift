import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// How long history is kept, and that nothing is forgotten which somebody has yet to read.
@Suite struct RetentionTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(100, "PEN", in: "A-1-01")
        for number in 1...5 { try site.cancelled("O-\(number)") }
    }

    private func acknowledge(_ sequence: Int, by consumer: String) throws {
        try site.done(EventAck(sequence, by: ConsumerName(consumer)))
    }

    private func sequences() throws -> [Int] {
        try site.events().compactMap { $0["sequence"]?.string.flatMap { Int($0) } }
    }

    // MARK: Events

    @Test("Events are kept for their days, and then go from the oldest on without a gap")
    func events() throws {
        let head = try site.site.head
        site.wait(days: 29)
        #expect(try site.slice(.events) == 0)
        site.wait(days: 2)
        try site.receive(1, "PEN", in: "A-1-01")
        #expect(try site.slice(.events, limit: 3) == 3)
        #expect(try sequences() == Array(4...head + 1))
        #expect(try site.site.first == 4)
        #expect(try site.breaches() == [])
        #expect(try site.slice(.events) == head - 3)
        #expect(try sequences() == [head + 1])
        try site.receive(1, "PEN", in: "A-1-01")
        #expect(try sequences() == [head + 1, head + 2])
        #expect(try site.breaches() == [])
    }

    @Test("Numbers go on where all events have gone, also after a restart")
    func allGone() throws {
        let head = try site.site.head
        site.wait(days: 31)
        #expect(try site.slice(.events, limit: 500) == head)
        #expect(try site.site.head == head && site.site.first == head + 1)
        try site.reopen()
        try site.receive(1, "PEN", in: "A-1-01")
        #expect(try sequences() == [head + 1])
        #expect(try site.read(EventList()).head == head + 1)
        #expect(try site.refusal(EventList(after: 0)) == .gone(first: head + 1))
        #expect(try site.breaches() == [])
    }

    @Test("No event goes before every consumer has dealt with it")
    func consumers() throws {
        try acknowledge(4, by: "shop")
        try acknowledge(7, by: "allocation")
        site.wait(days: 31)
        #expect(try site.slice(.events) == 4)
        #expect(try site.site.first == 5)
        try acknowledge(9, by: "shop")
        #expect(try site.slice(.events) == 3)
        #expect(try site.site.first == 8)
        #expect(try site.slice(.events) == 0)
        try site.done(EventForget("allocation"))
        #expect(try site.slice(.events) == 2)
        #expect(try site.site.first == 10)
        #expect(try site.breaches() == [])
    }

    @Test("A consumer that is not heard of for its days is forgotten, and holds nothing up any more")
    func silent() throws {
        let head = try site.site.head
        try acknowledge(2, by: "shop")
        site.wait(days: 60)
        try acknowledge(3, by: "allocation")
        site.wait(days: 29)
        #expect(try site.slice(.events, limit: 500) == 2)
        site.wait(days: 2)
        #expect(try site.slice(.events, limit: 500) == 1)
        #expect(try site.read(ConsumerList()).consumers.map(\.consumer) == ["allocation"])
        #expect(try sequences() == Array(4...head))
    }

    @Test("How long is a setting")
    func settings() throws {
        let head = try site.site.head
        site.settings.retention.eventsDays = 1
        try site.reopen()
        site.wait(days: 2)
        #expect(try site.slice(.events, limit: 500) == head)
    }

    // MARK: Answers

    @Test("Answers go from the oldest on, so many at once")
    func answers() throws {
        for number in 1...5 {
            try site.done(ToteUpsert(ToteID("X-\(number)")), id: "c-\(number)")
        }
        site.wait(days: 7)
        #expect(try site.slice(.answers) == 0)
        site.wait(days: 2)
        try site.done(ToteUpsert("X-6"), id: "c-6")
        #expect(try site.slice(.answers, limit: 2) == 2)
        #expect(try site.slice(.answers, limit: 2) == 2)
        #expect(try site.slice(.answers, limit: 2) == 1)
        #expect(try site.slice(.answers, limit: 2) == 0)
        guard
            case .commandReused = try site.refusal(ToteUpsert("X-7"), id: "c-6")
        else {
            Issue.record("an answer was forgotten before its days")
            return
        }
        try site.done(ToteUpsert("X-7"), id: "c-1")
    }

    // MARK: The archive

    @Test("Filed orders are kept for their days, and then are as if they had never been")
    func archive() throws {
        try site.ship("O-9")
        let code = try #require(try site.codes(of: "O-9").first)
        site.wait(days: 31)
        #expect(try site.slice(.orders) == 6)
        site.wait(days: 368)
        #expect(try site.slice(.archive) == 0)
        site.wait(days: 2)
        #expect(try site.slice(.archive, limit: 2) == 2)
        #expect(try site.slice(.archive, limit: 2) == 2)
        #expect(try site.slice(.archive) == 2)
        #expect(try site.refusal(OrderGet("O-9")) == .unknownOrder("O-9"))
        #expect(try site.refusal(ParcelGet(code)) == .unknownParcel(code))
        #expect(try site.orders(OrderList("O-9")) == [])
        try site.ship("O-9")
        #expect(try site.codes(of: "O-9").first != code)
        #expect(try site.breaches() == [])
    }
}
