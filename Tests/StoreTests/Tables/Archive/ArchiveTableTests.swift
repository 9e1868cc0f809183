import Domain
import JSON
import Testing

@testable import Store

struct ArchiveTableTests {
    private func archived(_ row: Int, _ id: OrderID, client: ClientID = "", notes: String = "")
        -> ArchivedOrder
    {
        ArchivedOrder(
            row: OrderRow(row), client: client, id: id, warehouse: "A", endedAt: second(row),
            document: ["order_id": .string(id.text), "notes": .string(notes)])
    }

    @Test func findsOrdersByIdAndParcel() throws {
        let store = try openStore()
        let first = archived(1, "O-1")
        let other = archived(2, "O-1", client: "ACME", notes: String(repeating: "long ", count: 500))
        try store.archive.insert(first, ssccs: ["001", "002"])
        try store.archive.insert(other, ssccs: ["003"])
        #expect(try store.archive.order("O-1", of: "") == first)
        #expect(try store.archive.order("O-1", of: "ACME") == other)
        #expect(try store.archive.order("O-2", of: "") == nil)
        #expect(try store.archive.orders("O-1") == [first, other])
        #expect(try store.archive.order(ofParcel: "002") == first)
        #expect(try store.archive.order(ofParcel: "009") == nil)
    }

    @Test func forgetsTheOldestFirst() throws {
        let store = try openStore()
        for row in 1...5 { try store.archive.insert(archived(row, OrderID("O-\(row)")), ssccs: ["00\(row)"]) }
        #expect(try store.archive.remove(endedBefore: second(4), limit: 2) == 2)
        #expect(try store.archive.order("O-2", of: "") == nil)
        #expect(try store.archive.order("O-3", of: "") != nil)
        #expect(try store.archive.remove(endedBefore: second(4), limit: 2) == 1)
        #expect(try store.archive.order(ofParcel: "003") == nil)
        #expect(try store.archive.order(ofParcel: "004") != nil)
        #expect(try store.number("SELECT count(*) FROM archived_parcel") == 2)
    }

    @Test func namesADamagedDocument() throws {
        let store = try openStore()
        try store.archive.insert(archived(1, "O-1"), ssccs: [])
        try store.db.execute(script: "UPDATE archived_order SET document = '[1]'")
        #expect(throws: Refusal.unreadable("archived_order, row 1: document holds no JSON object")) {
            try store.archive.order("O-1", of: "")
        }
    }
}
