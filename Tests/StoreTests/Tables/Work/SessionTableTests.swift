import Domain
import JSON
import Testing

@testable import Store

struct SessionTableTests {
    private let idle: JSONObject = ["at": "idle"]

    private func new(_ badge: BadgeID = "anna", warehouse: WarehouseCode = "A", cart: CartCode? = "C-1")
        -> NewSession
    {
        NewSession(
            badge: badge, device: "h07", warehouse: warehouse, station: cart == nil ? "PACK-1" : nil,
            cart: cart)
    }

    @Test func goesOnStepByStep() throws {
        let store = try openStore()
        let begun = try store.sessions.insert(new(), idle: idle, at: second(0))
        #expect(try store.sessions.session(begun.row) == begun)
        #expect((begun.step, begun.isOpen) == (0, true))
        let work = SessionWork(order: OrderRow(3), parcel: ParcelRow(4))
        let next = try store.sessions.advance(begun, to: ["at": "item", "counted": 2], at: work)
        #expect(try store.sessions.session(begun.row) == next)
        #expect(next.step == 1)
        #expect(try store.sessions.open(at: OrderRow(3)) == [next])
        #expect(try store.sessions.open(at: ParcelRow(4)) == [next])
        #expect(throws: Refusal.self) { try store.sessions.advance(begun, to: idle, at: SessionWork()) }
        let ended = try store.sessions.end(next, idle: idle, at: second(9))
        #expect(try store.sessions.session(begun.row) == ended)
        #expect((ended.isOpen, ended.work) == (false, SessionWork()))
        #expect(try store.sessions.open(at: OrderRow(3)).isEmpty)
        #expect(throws: Refusal.self) { try store.sessions.end(next, idle: idle, at: second(9)) }
        #expect(throws: Refusal.self) { try store.sessions.advance(ended, to: idle, at: SessionWork()) }
    }

    @Test func findsWhoIsAtWork() throws {
        let store = try openStore()
        let picker = try store.sessions.insert(new(), idle: idle, at: second(0))
        let packer = try store.sessions.insert(new("bert", cart: nil), idle: idle, at: second(1))
        let away = try store.sessions.insert(new("cleo", warehouse: "B"), idle: idle, at: second(2))
        let gone = try store.sessions.end(
            try store.sessions.insert(new(), idle: idle, at: second(3)), idle: idle, at: second(4))
        #expect(try store.sessions.open(of: "anna") == [picker])
        #expect(try store.sessions.open(of: "nobody").isEmpty)
        #expect(try store.sessions.openCount() == 3)
        #expect(try store.sessions.pickers(in: "A") == 1)
        #expect(try store.sessions.list(isOpen: true, limit: 9) == [picker, packer, away])
        #expect(try store.sessions.list(isOpen: true, warehouse: "A", limit: 9) == [picker, packer])
        #expect(try store.sessions.list(isOpen: false, limit: 9) == [picker, packer, away, gone])
        #expect(try store.sessions.list(isOpen: false, warehouse: "A", after: packer.row, limit: 9) == [gone])
        #expect(try store.sessions.list(isOpen: false, limit: 1).count == 2)
    }

    @Test("Another device goes on with the next step")
    func movesToAnotherDevice() throws {
        let store = try openStore()
        let begun = try store.sessions.insert(new(), idle: idle, at: second(0))
        let moved = try store.sessions.move(begun, to: "h99")
        #expect((moved.device, moved.step) == ("h99", begun.step + 1))
        #expect(try store.sessions.session(begun.row) == moved)
        #expect(throws: Refusal.self) { try store.sessions.move(begun, to: "h98") }
    }

    @Test func removesWhatHasEndedAndNothingNames() throws {
        let store = try openStore()
        let sessions = try (0..<4).map { index in
            try store.sessions.insert(new(BadgeID("p\(index)")), idle: idle, at: second(index))
        }
        for (index, session) in sessions.dropLast().enumerated() {
            try store.sessions.end(session, idle: idle, at: second(10 + index))
        }
        let tour = try store.tours.insert(.sample(), at: second(0))
        let walked = try store.tours.start(tour, by: sessions[0].row, at: second(1))
        try store.tours.finish(walked, at: second(2))
        let count = NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01")
        let claimed = try store.tasks.insert(count, claimedBy: sessions[1].row, at: second(0))
        try store.tasks.complete(claimed, by: "p1", at: second(3))
        #expect(try store.sessions.removeEnded(before: second(10), limit: 9).removed == 0)
        #expect(try store.sessions.removeEnded(before: second(99), limit: 9).removed == 1)
        #expect(
            try store.sessions.list(isOpen: false, limit: 9).map(\.row)
                == [sessions[0].row, sessions[1].row, sessions[3].row])
        _ = try store.tasks.removeEnded(before: second(99), limit: 9)
        _ = try store.tours.removeEnded(before: second(99), limit: 9)
        #expect(try store.sessions.removeEnded(before: second(99), limit: 9).removed == 2)
        #expect(try store.sessions.list(isOpen: false, limit: 9).map(\.row) == [sessions[3].row])
        #expect(try store.sessions.insert(new(), idle: idle, at: second(100)).row > sessions[3].row)
    }
}
