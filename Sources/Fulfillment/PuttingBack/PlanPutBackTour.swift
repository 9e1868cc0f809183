import Domain
import PickRouting
import WarehouseLayout

extension Transaction {
    /// Tasks that are read for one walk: more than fit on any cart.
    private static let tasksReadMax = 300

    /// Plans the walk that brings back what waits in totes at stations; nil where nothing does.
    func planPutBackTour(on floor: Floor) throws(Refusal) -> Tour? {
        guard let end = floor.reach.start else { return nil }
        let tasks = try tasksToBringBack(on: floor)
        guard let first = tasks.first, let tote = first.work.sourceTote else { return nil }
        let station = try self.tote(tote).station.flatMap { floor.layout.station($0.text) } ?? floor.reach.finish ?? end
        let tour = try store.tours.insert(
            NewTour(
                warehouse: floor.warehouse, kind: .putBack, start: StationCode(station.id.text),
                finish: StationCode(end.id.text), priority: tasks.map(\.work.priority).max() ?? 0), at: now)
        let walk = TaskWalk(through: tasks, from: station.place, to: end.place, on: floor)
        try store.tasks.put(walk.tasks, on: tour.row)
        return try store.tours.setLengths(walk.lengths, of: tour)
    }

    /// The tasks of as many totes as go on a cart, of those that stand at a station; each with a bin that takes it.
    private func tasksToBringBack(on floor: Floor) throws(Refusal) -> [WorkTask] {
        let totesMax = floor.reach.carts.first?.totes ?? settings.totesPerTour
        var totes: [ToteID] = []
        var tasks: [WorkTask] = []
        var empty = EmptyBins(of: floor, in: store)
        for task in try store.tasks.waitingAtStations(in: floor.warehouse, limit: Self.tasksReadMax) {
            guard let tote = task.work.sourceTote, totes.contains(tote) || totes.count < totesMax,
                let bin = try binForPutBack(task, on: floor, &empty)
            else { continue }
            if !totes.contains(tote) { totes.append(tote) }
            tasks.append(bin == task.work.targetBin ? task : try store.tasks.update(task) { $0.targetBin = bin })
        }
        return tasks
    }

    /// The bin that the pieces came from, where that is still open.
    private func binForPutBack(
        _ task: WorkTask, on floor: Floor, _ empty: inout EmptyBins
    ) throws(Refusal) -> BinCode? {
        if let home = task.work.targetBin, let bin = floor.layout.bin(home.text), !bin.isClosed { return home }
        return try otherBin(for: task, besides: [], on: floor, &empty)
    }

    /// The bin that the pieces are brought to takes no more: they go to one that nobody has found full.
    func redirect(_ task: WorkTask, on floor: Floor) throws(Refusal) {
        let full = task.work.facts.binsFull + [task.work.targetBin].compactMap { $0 }
        var empty = EmptyBins(of: floor, in: store)
        guard let bin = try otherBin(for: task, besides: full, on: floor, &empty) else {
            throw .wrongState(
                thing: "bin \(task.work.targetBin?.text ?? "")", state: "the last one free for these pieces",
                wanted: "used; ask the lead for an empty bin")
        }
        try store.tasks.update(task) { work in
            work.targetBin = bin
            work.facts.binsFull = full
        }
    }

    /// A bin that holds the same goods, else one that is empty; nil where there is none.
    private func otherBin(
        for task: WorkTask, besides full: [BinCode], on floor: Floor, _ empty: inout EmptyBins
    ) throws(Refusal) -> BinCode? {
        guard let sku = task.work.sku else { return nil }
        func isCandidate(_ bin: Bin) -> Bool {
            floor.reach.obstacle(to: bin) == nil && !full.contains(bin.code)
        }
        for record in try store.stock.records(of: sku, task.work.client, in: floor.warehouse)
        where record.key.status == .available {
            if let bin = floor.layout.bin(record.key.bin.text), isCandidate(bin) { return bin.code }
        }
        return try empty.first(near: task.work.targetBin, where: isCandidate)
    }
}
