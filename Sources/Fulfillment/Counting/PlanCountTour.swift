import Domain
import WarehouseLayout

extension Transaction {
    /// Counts on one walk: about as many as somebody does in an hour.
    private static let countsOnTourMax = 30
    /// Counts that are read for it: some may be in bins that no cart gets to.
    private static let countsReadMax = 300

    /// Plans the walk through the bins that wait for a count, the most urgent of them; nil where none waits.
    func planCountTour(for session: Session, on floor: Floor) throws(Refusal) -> Tour? {
        guard let start = floor.reach.start, let finish = floor.reach.finish else { return nil }
        let waiting = try store.tasks.waiting(
            .count, in: session.warehouse, by: session.badge, limit: Self.countsReadMax)
        let tasks = waiting.filter { floor.isOnTheWay($0.work.sourceBin, from: start, to: finish) }
            .prefix(Self.countsOnTourMax)
        guard !tasks.isEmpty else { return nil }
        let tour = try store.tours.insert(
            NewTour(
                warehouse: floor.warehouse, kind: .count, start: StationCode(start.id.text),
                finish: StationCode(finish.id.text), priority: tasks.map(\.work.priority).max() ?? 0), at: now)
        let walk = TaskWalk(through: Array(tasks), from: start.place, to: finish.place, on: floor)
        try store.tasks.put(walk.tasks, on: tour.row)
        try store.tours.setLengths(walk.lengths, of: tour)
        return try store.tours.tour(tour.row)
    }

    /// Takes from a walk that was left the counts that the one who goes on with it may not do.
    ///
    /// - Returns: the walk; nil where nothing is left of it.
    func withoutOwnRecounts(
        _ tour: Tour, of session: Session, on floor: Floor
    ) throws(Refusal) -> Tour? {
        let own = try store.tasks.tasks(on: tour.row).filter {
            $0.kind == .count && $0.state == .open && $0.work.notBy == session.badge
        }
        if own.isEmpty { return tour }
        for task in own { try store.tasks.removeFromTour(task) }
        let left = try store.tours.tour(tour.row)
        guard left.done == left.total else {
            try measureCounts(on: tour.row, of: floor)
            return try store.tours.tour(tour.row)
        }
        try store.tours.cancel(left, at: now)
        return nil
    }

    /// Sets a tour's length to what has been walked of it and the way that is left, in the order of its counts.
    func measureCounts(on row: TourRow, of floor: Floor) throws(Refusal) {
        let left = try store.tasks.tasks(on: row).filter(\.state.isUnfinished).compactMap(\.work.sourceBin)
        try measure(try store.tours.tour(row), through: left, on: floor)
    }
}

extension Floor {
    /// Whether a cart gets from one station to a bin and on to the other.
    fileprivate func isOnTheWay(_ code: BinCode?, from start: Station, to finish: Station) -> Bool {
        guard let place = code.flatMap({ layout.bin($0.text) })?.place else { return false }
        return layout.distanceMM(from: start.place, to: place) != nil
            && layout.distanceMM(from: place, to: finish.place) != nil
    }
}
