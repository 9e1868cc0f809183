import Domain
import Operations
import WarehouseLayout

/// Bins that a layout may not drop or change.
extension Transaction {
    /// Refuses a layout that drops or changes a bin that holds stock, or drops one that a task or a tour leads to.
    ///
    /// A bin that stays may stand elsewhere once the caller says that what lies in it has been moved with it. One that
    /// the layout drops has to be empty first: no scan and no move would find it any more.
    func refuseBinsInUse(
        _ difference: LayoutDifference, _ relocated: LayoutLoad.Relocated, in warehouse: WarehouseCode
    ) throws(Refusal) {
        var inUse: [BinInUse] = []
        let tours = difference.removed.isEmpty ? [:] : try toursByBin(in: warehouse)
        for bin in difference.removed.map({ BinCode($0.text) }) {
            guard let use = try use(ofDropped: bin, tours, in: warehouse) else { continue }
            inUse.append(BinInUse(bin, isDropped: true, use))
        }
        let kept = difference.moved.map(\.address) + difference.changed.map(\.address)
        for bin in kept.map({ BinCode($0.text) }) where !relocated.contains(bin) {
            if try !store.stock.isEmpty(bin, of: warehouse) {
                inUse.append(BinInUse(bin, isDropped: false, .stock))
            }
        }
        if !inUse.isEmpty { throw .layoutInUse(inUse) }
    }

    private func use(
        ofDropped bin: BinCode, _ tours: [BinCode: TourRow], in warehouse: WarehouseCode
    ) throws(Refusal) -> BinInUse.Use? {
        if try !store.stock.isEmpty(bin, of: warehouse) { return .stock }
        if let tour = tours[bin] { return .tour(tour) }
        return try store.tasks.unfinished(at: bin, in: warehouse).first.map { .task($0.row) }
    }

    /// The first tour that leads to each bin, or on which pieces from it can still be put back into it.
    ///
    /// What waits to be put back and is on no tour yet is brought to another bin where its own is gone.
    private func toursByBin(in warehouse: WarehouseCode) throws(Refusal) -> [BinCode: TourRow] {
        var tours: [BinCode: TourRow] = [:]
        for state in [TourState.planned, .started, .paused] {
            for tour in try store.tours.unfinished(state, in: warehouse) {
                var bins: [BinCode?] = []
                for pick in try store.picks.picks(on: tour.row)
                where pick.state.isReserving || pick.state == .picked { bins.append(pick.bin) }
                for task in try store.tasks.tasks(on: tour.row) where task.state.isUnfinished {
                    bins += [task.work.sourceBin, task.work.targetBin]
                }
                for bin in bins.compactMap({ $0 }) where tours[bin] == nil { tours[bin] = tour.row }
            }
        }
        return tours
    }
}
