import Domain
import Testing

@testable import Fulfillment

/// What a packer is told is read of an order once, not at each scan.
@Suite struct PackingNotesTests {
    private let cache = PackingNotesCache()

    private func order(_ row: Int, _ id: OrderID, acceptedAt milliseconds: Int = 0) -> Order {
        Order(
            row: OrderRow(row), client: "ACME", id: id, warehouse: "WH", priority: 60, sla: "ANY",
            acceptedAt: Instant(millisecondsSince1970: milliseconds))
    }

    /// - Returns: the notes, and whether they were read now.
    private func ask(_ order: Order, now text: String) throws -> (notes: PackingNotes, isRead: Bool) {
        var isRead = false
        let notes = try cache.notes(of: order) { () throws(Refusal) in
            isRead = true
            return PackingNotes(notes: text)
        }
        return (notes, isRead)
    }

    @Test func theyAreReadOnce() throws {
        #expect(try ask(order(1, "O-1"), now: "ring twice") == (PackingNotes(notes: "ring twice"), true))
        #expect(try ask(order(1, "O-1"), now: "other") == (PackingNotes(notes: "ring twice"), false))
    }

    @Test func anotherOrderOfTheSameRowHasItsOwn() throws {
        _ = try ask(order(1, "O-1"), now: "first")
        #expect(try ask(order(1, "O-2"), now: "second") == (PackingNotes(notes: "second"), true))
        #expect(try ask(order(1, "O-1", acceptedAt: 9), now: "third") == (PackingNotes(notes: "third"), true))
    }

    @Test func asManyAreKeptAsArePackedAtATime() throws {
        for row in 1...PackingNotesCache.ordersMax { _ = try ask(order(row, "O-1"), now: "") }
        #expect(try !ask(order(1, "O-1"), now: "").isRead)
        _ = try ask(order(PackingNotesCache.ordersMax + 1, "O-1"), now: "")
        #expect(try ask(order(1, "O-1"), now: "").isRead)
    }

    @Test func whatCannotBeReadIsNotKept() throws {
        #expect(throws: Refusal.unreadable("order 1")) {
            try cache.notes(of: order(1, "O-1")) { () throws(Refusal) in throw Refusal.unreadable("order 1") }
        }
        #expect(try ask(order(1, "O-1"), now: "there").isRead)
    }
}
