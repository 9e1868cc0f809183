import Domain
import PickRouting
import WarehouseLayout

extension Transaction {
    /// Tasks that are looked at for one walk: more than any cart takes.
    private static let tasksLookedAtMax = 300

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
        for task in try store.tasks.waiting(.putBack, in: floor.warehouse, limit: Self.tasksLookedAtMax) {
            guard let tote = task.work.sourceTote else { continue }
            if !totes.contains(tote) {
                guard totes.count < totesMax, try self.tote(tote).state == .putBack else { continue }
                totes.append(tote)
            }
            guard let bin = try binForPutBack(task, on: floor) else { continue }
            tasks.append(bin == task.work.targetBin ? task : try store.tasks.update(task) { $0.targetBin = bin })
        }
        return tasks
    }

    /// The bin that the pieces came from; where that is closed or gone, one that holds the same goods, or one that is
    /// empty.
    private func binForPutBack(_ task: WorkTask, on floor: Floor) throws(Refusal) -> BinCode? {
        func mayTake(_ code: BinCode) -> Bool { floor.layout.bin(code.text).map { !$0.isClosed } ?? false }
        if let home = task.work.targetBin, mayTake(home) { return home }
        guard let sku = task.work.sku else { return nil }
        let same = try store.stock.records(of: sku, task.work.client, in: floor.warehouse).map(\.key.bin)
        if let bin = same.first(where: mayTake) { return bin }
        for bin in floor.layout.bins where bin.role == .pick && !bin.isClosed {
            if try store.stock.isEmpty(bin.code, of: floor.warehouse) { return bin.code }
        }
        return nil
    }
}

/// Tasks in the order in which they are walked to.
struct TaskWalk {
    let tasks: [WorkTask]
    let lengths: TourLengths

    /// - Parameter tasks: each with the bin that it leads to as its target, or as its source where it has none.
    init(through tasks: [WorkTask], from start: PlaceID, to finish: PlaceID, on floor: Floor) {
        let calls = tasks.compactMap { task in
            (task.work.targetBin ?? task.work.sourceBin).flatMap { floor.layout.bin($0.text) }.map { (task, $0) }
        }.sorted { ($0.1.code, $0.0.row) < ($1.1.code, $1.0.row) }
        let stops = calls.map { TourStop(place: $0.1.place) }
        // Where no walk leads through all of them, they are visited in the order of their addresses.
        let tour = try? floor.planner.plan(from: start, to: finish, stops: stops)
        self.tasks = tour.map { $0.order.map { calls[$0].0 } } ?? calls.map(\.0)
        lengths = TourLengths(
            plannedMM: tour?.lengthMM ?? 0, lowerBoundMM: tour?.lowerBoundMM ?? 0,
            byLocationCodeMM: tour?.lengthMM ?? 0)
    }
}
