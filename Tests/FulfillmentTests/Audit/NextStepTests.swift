import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

/// Everything that is not over has a next step that somebody may take, and is held by one person at most: where a row
/// is set to what nobody wrote, the audit tells what stands in a dead end.
@Suite struct NextStepTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(50, "PEN", in: "A-1-01")
    }

    private func expect(_ sentence: String, after changes: String) throws {
        #expect(try site.breaches() == [])
        for change in changes.split(separator: "; ") {
            try site.site.store.db.run(SQL(String(change), mayScan: "a test breaks what no rule may break"))
        }
        let breaches = try site.breaches()
        #expect(breaches.contains { $0.contains(sentence) }, "\(breaches)")
    }

    // MARK: Orders

    @Test(arguments: [
        ("UPDATE line SET unpromised = 2", "O-1 line 1: 3 wanted, 3 promised, 2 wait for stock"),
        ("UPDATE line SET promised = 1, unpromised = 2", "O-1 waits for stock and is not flagged short"),
        (
            "UPDATE orders SET is_cancel_requested = 1",
            "O-1 is to be cancelled, and nothing of it is to be brought back"
        ),
    ])
    func anOrderThatWaits(changes: String, sentence: String) throws {
        try site.allocate("O-1", [("PEN", 3)])
        try expect(sentence, after: changes)
    }

    @Test(arguments: [
        ("UPDATE pick SET state = 'picked'", "is picked, and its order O-1 is cancelled"),
        ("UPDATE line SET promised = 3", "O-1 line 1: 3 wanted, 3 promised, 0 wait for stock"),
    ])
    func anOrderThatIsCancelled(changes: String, sentence: String) throws {
        try site.send("O-1", [("PEN", 3)])
        try site.done(OrderCancel("O-1"))
        try expect(sentence, after: changes)
    }

    // MARK: Walks

    @Test(arguments: [
        ("UPDATE pick SET state = 'open', session = NULL", "tour 1 is walked, and its pick 1 is open"),
        ("UPDATE pick SET tour = 9", "is claimed on tour 9, which is gone"),
        ("UPDATE session SET parcel = 1", "is on tour 1 and at parcel 1"),
        ("UPDATE session SET tour = 9", "is on tour 9, which it does not walk"),
        ("UPDATE session SET tour = NULL, parcel = 9", "is at parcel 9, which is gone"),
    ])
    func aWalk(changes: String, sentence: String) throws {
        try site.send("O-1", [("PEN", 3)])
        try site.picker().nextTour()
        try expect(sentence, after: changes)
    }

    @Test func aCountOnAWalk() throws {
        try site.openCount("A-1-01")
        _ = try site.counter()
        try expect(
            "tour 1 is walked, and its task 1 is open",
            after: "UPDATE task SET state = 'open', session = NULL")
    }

    @Test func aCountOfNothing() throws {
        try site.openCount("A-1-01")
        try expect("task 1 counts no bin", after: "UPDATE task SET source_bin = NULL")
    }

    // MARK: Totes

    @Test(arguments: [
        ("UPDATE tote SET state = 'free' WHERE tote = 'T-1'", "lies in tote T-1, which is free"),
        ("UPDATE tote SET order_row = 99 WHERE tote = 'T-1'", "which is at_station and not its order's"),
        ("UPDATE pick SET tote = 'T-77'", "lies in tote T-77, which is gone"),
    ])
    func aToteAtAStation(changes: String, sentence: String) throws {
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        try expect(sentence, after: changes)
    }

    @Test(arguments: [
        ("UPDATE task SET state = 'done'", "its order is to be cancelled, and nobody is to bring it back"),
        ("UPDATE task SET pick = 99", "task 1 brings back pick 99, which is not picked"),
        ("DELETE FROM task", "tote T-1 is put_back and nobody is to empty it"),
        (
            "UPDATE tote SET state = 'at_station' WHERE tote = 'T-1'",
            "task 1 empties tote T-1, which does not wait for it"
        ),
        (
            "DELETE FROM task; UPDATE pick SET state = 'cancelled'",
            "O-1 is to be cancelled, and nothing of it is to be brought back"
        ),
    ])
    func aToteOnItsWayBack(changes: String, sentence: String) throws {
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        try site.done(OrderCancel("O-1"))
        try expect(sentence, after: changes)
    }

    // MARK: Parcels

    @Test(arguments: [
        ("DELETE FROM task", "parcel 1 is open, its order is to be cancelled, and nobody is to unpack it"),
        ("DELETE FROM task", "is packed, its order is to be cancelled, and nobody is to bring it back"),
        ("UPDATE parcel SET state = 'closed'", "task 1 unpacks parcel 1, which is not open"),
        ("UPDATE parcel SET order_row = 99", "parcel 1 is of no order"),
    ])
    func aBoxToUnpack(changes: String, sentence: String) throws {
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("O-1")
        try packer.answer(until: .weight)
        try site.done(OrderCancel("O-1"))
        try expect(sentence, after: changes)
    }

    @Test func aNumberOfTheArchive() throws {
        try site.ship("O-1")
        site.wait(days: 31)
        try site.slice(.orders)
        try site.ship("O-2")
        try expect(
            "which is in the archive",
            after: "UPDATE parcel SET sscc = (SELECT max(sscc) FROM archived_parcel)")
    }
}
