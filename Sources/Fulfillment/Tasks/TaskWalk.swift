import Domain
import PickRouting
import WarehouseLayout

/// Tasks in the order in which they are walked to.
struct TaskWalk {
    let tasks: [WorkTask]
    let lengths: TourLengths

    /// - Parameter tasks: each with the bin that it leads to as its target, or as its source where it has none; those
    ///   whose bin the floor does not have are left out.
    init(through tasks: [WorkTask], from start: PlaceID, to finish: PlaceID, on floor: Floor) {
        let layout = floor.layout
        let visits = tasks.compactMap { task in
            (task.work.targetBin ?? task.work.sourceBin).flatMap { layout.binIndex($0.text) }.map { (task: task, bin: $0) }
        }.sorted { ($0.bin, $0.task.row) < ($1.bin, $1.task.row) }
        let stops = visits.map { TourStop(place: layout.bins[$0.bin].place) }
        // Where no walk leads through all of them, they are visited in the order of their addresses.
        let tour = try? floor.planner.plan(from: start, to: finish, stops: stops)
        let byCode = try? floor.planner.plan(from: start, to: finish, stops: stops, codeOrder: visits.map(\.bin))
        self.tasks = tour.map { $0.order.map { visits[$0].task } } ?? visits.map(\.task)
        lengths = TourLengths(
            plannedMM: tour?.lengthMM ?? 0, lowerBoundMM: tour?.lowerBoundMM ?? 0,
            byLocationCodeMM: byCode?.lengthMM ?? tour?.lengthMM ?? 0)
    }
}
