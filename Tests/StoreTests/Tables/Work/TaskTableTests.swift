import Domain
import Testing

@testable import Store

struct TaskTableTests {
    private func putBack(_ order: OrderRow? = nil) -> NewTask {
        NewTask(
            kind: .putBack, warehouse: "A", sku: "TEA", lot: "L1", expiry: Day("2027-01-31"), quantity: 3,
            sourceTote: "T-1", targetBin: "B-1-01", order: order, pick: PickRow(2), parcel: ParcelRow(3),
            facts: WorkFacts(binsFull: ["B-2-02"]), reason: "order.cancel", priority: 70)
    }

    @Test func readsWhatWasInserted() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let task = try store.tasks.insert(putBack(order.row), at: second(1))
        #expect(try store.tasks.task(task.row) == task)
        #expect(try store.tasks.task(TaskRow(99)) == nil)
        let claimed = try store.tasks.insert(
            NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01"), claimedBy: SessionRow(1),
            at: second(1))
        #expect(try store.tasks.task(claimed.row) == claimed)
        #expect((claimed.state, claimed.work.sku) == (.claimed, nil))
    }

    @Test func walksThroughItsStates() throws {
        let store = try openStore()
        var task = try store.tasks.insert(putBack(), at: second(1))
        task = try store.tasks.claim(task, by: SessionRow(1))
        task = try store.tasks.unclaim(task)
        #expect(task.session == nil)
        task = try store.tasks.load(try store.tasks.claim(task, by: SessionRow(2)))
        #expect(throws: Refusal.self) { try store.tasks.cancel(task, at: second(2)) }
        task = try store.tasks.update(task) {
            $0.targetBin = "C-1-01"
            $0.quantity = 2
            $0.facts.binsFull.append("B-1-01")
        }
        let done = try store.tasks.complete(task, by: "anna", at: second(3))
        #expect(try store.tasks.task(task.row) == done)
        #expect((done.state, done.endedAt, done.endedBy, done.work.quantity) == (.done, second(3), "anna", 2))
        #expect(throws: Refusal.missingRow("task", "\(task.row), loaded")) {
            try store.tasks.complete(task, by: "anna", at: second(3))
        }
    }

    @Test("A task that remembers what nobody understands is not read")
    func unreadableFacts() throws {
        let store = try openStore()
        let task = try store.tasks.insert(putBack(), at: second(1))
        let text = #"{"full":7}"#
        try store.db.execute(script: "UPDATE task SET facts = '\(text)'")
        #expect(throws: Refusal.unreadable("task, row \(task.row): facts holds \(text)")) {
            try store.tasks.task(task.row)
        }
    }

    @Test("What was done without a claim is done, and counted on its tour")
    func isDoneUnclaimed() throws {
        let store = try openStore()
        let tour = try store.tours.insert(.sample(.count), at: second(0))
        let new = NewTask(kind: .count, warehouse: "A", sku: "TEA", sourceBin: "B-1-01")
        let task = try store.tasks.put([try store.tasks.insert(new, at: second(1))], on: tour.row)[0]
        let done = try store.tasks.complete(task, by: nil, at: second(2))
        #expect(try store.tasks.task(task.row) == done)
        #expect((done.state, done.session, done.endedAt) == (.done, nil, second(2)))
        #expect(try store.tours.tour(tour.row).done == 1)
        #expect(throws: Refusal.self) { try store.tasks.complete(done, by: nil, at: second(3)) }
    }

    @Test func changesItsGoods() throws {
        let store = try openStore()
        let new = NewTask(kind: .count, warehouse: "A", client: "ACME", sku: "TEA", sourceBin: "B-1-01")
        let task = try store.tasks.insert(new, at: second(1))
        let wider = try store.tasks.update(task) { ($0.client, $0.sku) = ("", nil) }
        #expect(try store.tasks.task(task.row) == wider)
        #expect((wider.work.client, wider.work.sku) == ("", nil))
    }

    @Test func isCountedOnItsTour() throws {
        let store = try openStore()
        let tour = try store.tours.insert(.sample(.putBack), at: second(0))
        let tasks = try store.tasks.put(
            try (0..<3).map { _ in try store.tasks.insert(putBack(), at: second(0)) }, on: tour.row)
        #expect(try store.tasks.tasks(on: tour.row) == tasks)
        #expect(try store.tasks.claimAll(on: tour.row, by: SessionRow(1)) == 3)
        let first = try #require(try store.tasks.current(on: tour.row))
        #expect((first.row, first.state) == (tasks[0].row, .claimed))
        try store.tasks.complete(first, by: "anna", at: second(1))
        let next = try #require(try store.tasks.current(on: tour.row))
        let cancelled = try store.tasks.cancel(next, reason: "gone", at: second(2))
        #expect(try store.tasks.task(next.row) == cancelled)
        #expect((cancelled.tour, cancelled.work.reason) == (nil, "gone"))
        #expect(try store.tours.tour(tour.row).done == 1)
        #expect(try store.tours.tour(tour.row).total == 2)
        #expect(try store.tasks.unclaimAll(on: tour.row) == 1)
        try store.tasks.removeFromTour(try #require(try store.tasks.task(tasks[2].row)))
        #expect(try store.tasks.current(on: tour.row) == nil)
        #expect(try store.tours.tour(tour.row).total == 1)
    }

    @Test("What waits in totes elsewhere hides none of what can be brought back now")
    func waitsAtStations() throws {
        let store = try openStore()
        func insert(_ tote: ToteID, priority: Int) throws -> WorkTask {
            var new = putBack()
            (new.sourceTote, new.priority) = (tote, priority)
            return try store.tasks.insert(new, at: second(1))
        }
        for tote in ["T-1", "T-2", "T-3"] as [ToteID] {
            let free = try store.totes.upsert(tote, in: "A", size: nil, tareG: 0).tote
            let bound = try store.totes.move(free, to: .bound)
            if tote != "T-1" { try store.totes.move(bound, to: .putBack, station: "PACK-1") }
        }
        for _ in 0..<5 { _ = try insert("T-1", priority: 90) }
        let later = try insert("T-2", priority: 40)
        let sooner = try insert("T-3", priority: 60)
        #expect(try store.tasks.waitingAtStations(in: "A", limit: 1) == [sooner])
        #expect(try store.tasks.waitingAtStations(in: "A", limit: 9) == [sooner, later])
        #expect(try store.tasks.waitingAtStations(in: "B", limit: 9) == [])
        _ = try store.tasks.claim(sooner, by: SessionRow(1))
        #expect(try store.tasks.waitingAtStations(in: "A", limit: 9) == [later])
    }

    @Test func findsWhatIsLeftToDo() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let back = try store.tasks.insert(putBack(order.row), at: second(1))
        var urgent = NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01", priority: 90)
        let count = try store.tasks.insert(urgent, at: second(2))
        urgent.priority = 10
        urgent.sourceBin = "B-2-01"
        let later = try store.tasks.insert(urgent, at: second(3))
        #expect(try store.tasks.waiting(.count, in: "A", limit: 9) == [count, later])
        #expect(try store.tasks.waiting(.count, in: "A", limit: 1) == [count])
        #expect(try store.tasks.unfinished(at: "B-1-01", in: "A") == [count])
        #expect(try store.tasks.unfinished(in: "T-1") == [back])
        #expect(try store.tasks.tasks(of: order.row) == [back])
        #expect(try store.tasks.pieces(of: order.row, in: .putBack) == 3)
        #expect(try store.tasks.unfinishedCounts() == [.count: 2, .putBack: 1])
        try store.tasks.cancel(back, at: second(4))
        #expect(try store.tasks.pieces(of: order.row, in: .putBack) == 0)
        #expect(try store.tasks.unfinished(in: "T-1").isEmpty)
        try store.tasks.remove(of: order.row)
        #expect(try store.tasks.tasks(of: order.row).isEmpty)
    }

    @Test func honoursEveryFilter() throws {
        let store = try openStore()
        var tasks: [WorkTask] = []
        for number in 0..<24 {
            let new = NewTask(
                kind: number % 2 == 0 ? .count : .putBack, warehouse: number % 3 == 0 ? "A" : "B",
                sourceBin: number % 5 == 0 ? nil : number % 5 < 3 ? "B-1-01" : "B-2-01")
            let task = try store.tasks.insert(new, at: second(number))
            tasks.append(number % 4 == 0 ? try store.tasks.cancel(task, at: second(99)) : task)
        }
        for kind in [WorkKind?.none, .count] {
            for state in [TaskState?.none, .open] {
                for warehouse in [WarehouseCode?.none, "A"] {
                    for bin in [BinCode?.none, "B-1-01"] {
                        let filter = TaskFilter(kind: kind, state: state, warehouse: warehouse, bin: bin)
                        let wanted = tasks.filter {
                            (kind == nil || $0.kind == kind) && (state == nil || $0.state == state)
                                && (warehouse == nil || $0.warehouse == warehouse)
                                && (bin == nil || $0.work.sourceBin == bin)
                        }
                        #expect(try store.tasks.list(filter, limit: 99) == wanted)
                        let rest = try store.tasks.list(filter, after: wanted[0].row, limit: 99)
                        #expect(rest == Array(wanted.dropFirst()))
                    }
                }
            }
        }
    }

    @Test func findsTheTasksOfOneClient() throws {
        let store = try openStore()
        var tasks: [WorkTask] = []
        for client in ["", "ACME", "", "ACME", "BETA"] {
            let new = NewTask(kind: .count, warehouse: "A", client: ClientID(client), sourceBin: "B-1-01")
            tasks.append(try store.tasks.insert(new, at: second(0)))
        }
        #expect(try store.tasks.list(TaskFilter(client: "ACME"), limit: 9) == [tasks[1], tasks[3]])
        #expect(try store.tasks.list(TaskFilter(client: ""), after: tasks[0].row, limit: 9) == [tasks[2]])
        let filter = TaskFilter(kind: .count, state: .open, bin: "B-1-01", client: "BETA")
        #expect(try store.tasks.list(filter, limit: 9) == [tasks[4]])
    }

    @Test func removesWhatHasEndedOfNoOrder() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let count = NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01")
        let ofOrder = try store.tasks.complete(
            try store.tasks.insert(putBack(order.row), at: second(0)), by: "anna", at: second(1))
        let done = try store.tasks.complete(
            try store.tasks.insert(count, at: second(0)), by: nil, at: second(2))
        let cancelled = try store.tasks.cancel(try store.tasks.insert(count, at: second(0)), at: second(3))
        let tour = try store.tours.insert(.sample(.count), at: second(0))
        let onTour = try store.tasks.put([try store.tasks.insert(count, at: second(0))], on: tour.row)[0]
        let walked = try store.tasks.complete(onTour, by: "anna", at: second(4))
        let open = try store.tasks.insert(count, at: second(0))
        #expect(try store.tasks.removeEnded(before: second(2), limit: 9).removed == 0)
        #expect(try store.tasks.removeEnded(before: second(99), limit: 9).removed == 2)
        for gone in [done, cancelled] { #expect(try store.tasks.task(gone.row) == nil) }
        // A walk that is not over goes on counting what was done on it.
        for kept in [ofOrder, walked, open] { #expect(try store.tasks.task(kept.row) == kept) }
        try store.tours.cancel(tour, at: second(9))
        #expect(try store.tasks.removeEnded(before: second(99), limit: 9).removed == 1)
        #expect(try store.tasks.task(walked.row) == nil)
    }

    @Test("What is another's, or a lead's, waits for nobody else")
    func whoseItIs() throws {
        let store = try openStore()
        var new = NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01")
        new.notBy = "anna"
        let task = try store.tasks.insert(new, at: second(1))
        #expect(try store.tasks.task(task.row) == task)
        #expect(try store.tasks.waiting(.count, in: "A", by: "anna", limit: 9) == [])
        #expect(try store.tasks.waiting(.count, in: "A", by: "bert", limit: 9) == [task])
        #expect(try store.tasks.waiting(.count, in: "A", limit: 9) == [task])
        let held = try store.tasks.update(task) { $0.isForLead = true }
        #expect(try store.tasks.task(task.row) == held)
        #expect(try store.tasks.waiting(.count, in: "A", by: "bert", limit: 9) == [])
    }
}
