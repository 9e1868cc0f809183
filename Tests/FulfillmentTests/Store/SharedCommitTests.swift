import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// Commands that share a commit: what is refused leaves no trace, whenever in its work it is refused, and the others
/// are decided as if it had not been there.
@Suite struct SharedCommitTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func receive(_ quantity: Int, id: String) throws -> Command {
        try TestSite.command(
            "stock.receive",
            ["warehouse": "WH-NY", "sku": "PEN", "bin": "A-1-01", "qty": .int(quantity)], id: id
        ).get()
    }

    @Test("A command that is refused after it has written takes nothing of the others with it")
    func refusedAfterWriting() throws {
        let before = try site.available("PEN")
        let head = try site.site.head
        let outcomes = try site.site.decide(
            [try receive(3, id: "1"), try receive(Limits.quantityMax, id: "2"), try receive(4, id: "3")],
            at: site.now)
        guard case .answer = outcomes[0], case .refusal(.badParams(param: "qty", _)) = outcomes[1],
            case .answer = outcomes[2]
        else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(try site.available("PEN") == before + 7)
        let told = try site.site.events(after: head, types: nil, limit: 100).events
        #expect(told.map(\.sequence) == [head + 1, head + 2])
        #expect(try site.breaches() == [])
    }

    @Test("What was answered with others is answered again byte for byte, and a refused one may be tried again")
    func repeats() throws {
        let commands = [try receive(3, id: "1"), try receive(Limits.quantityMax, id: "2"), try receive(4, id: "3")]
        let first = try site.site.decide(commands, at: site.now)
        let again = try site.site.decide(commands, at: site.now)
        #expect(first == again)
        #expect(try site.breaches() == [])
    }

    @Test("However commands are put together, the floor and the events are the same")
    func anyGrouping() throws {
        let other = try TestSite()
        let quantities = [1, Limits.quantityMax, 2, Limits.quantityMax, Limits.quantityMax, 3, 4]
        let commands = try quantities.enumerated().map { try receive($1, id: "c-\($0)") }
        var alone: [Outcome] = []
        for command in commands { alone += try other.site.decide([command], at: other.now) }
        #expect(try site.site.decide(commands, at: site.now) == alone)
        #expect(try site.available("PEN") == other.available("PEN"))
        let (told, toldAlone) = (
            try site.site.events(after: 0, types: nil, limit: 1_000).events,
            try other.site.events(after: 0, types: nil, limit: 1_000).events
        )
        #expect(told.map(\.text) == toldAlone.map(\.text))
    }
}
