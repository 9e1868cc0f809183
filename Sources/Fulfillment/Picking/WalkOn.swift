import Domain
import WarehouseLayout

/// A walk under way: where its picker stands, what is left of it, and how long it has become.
extension Transaction {
    /// The picker has come to a bin; the way there is walked.
    @discardableResult
    func arrive(at bin: Bin, on tour: Tour, of floor: Floor) throws(Refusal) -> Tour {
        let way = standing(tour, on: floor).flatMap { floor.layout.distanceMM(from: $0, to: bin.place) } ?? 0
        return try store.tours.arrive(tour, at: bin.code, walkedMM: way)
    }

    /// Where the picker of a tour stands: at the bin that was scanned last, else at the start.
    func standing(_ tour: Tour, on floor: Floor) -> PlaceID? {
        tour.standsAt.flatMap { floor.layout.bin($0.text)?.place } ?? floor.layout.station(tour.start.text)?.place
    }

    /// Plans the rest of a walk anew from where its picker stands; what is in hand stays before it.
    func walkOn(_ row: TourRow, on floor: Floor) throws(Refusal) {
        let tour = try store.tours.tour(row)
        guard let here = standing(tour, on: floor), let finish = floor.layout.station(tour.finish.text)?.place
        else { return }
        let done = try store.picks.lastFinishedPosition(on: row)
        let ahead = try store.picks.picks(on: row, in: .claimed).filter { $0.position != Pick.inHandPosition }
        _ = try walk(through: ahead, on: row, from: here, to: finish, of: floor, first: done + 1)
        try measureTour(row, on: floor)
    }

    /// Sets a tour's length to what has been walked of it and the way that is left, in the order of its picks.
    func measureTour(_ row: TourRow, on floor: Floor) throws(Refusal) {
        let left = try store.picks.picks(on: row).filter(\.state.isReserving).map(\.bin)
        try measure(try store.tours.tour(row), through: left, on: floor)
    }

    /// Sets a tour's length to what has been walked of it and the way that is left, through these bins to its end; it
    /// stays as it was where no way leads there.
    func measure(_ tour: Tour, through bins: [BinCode], on floor: Floor) throws(Refusal) {
        guard var here = standing(tour, on: floor), let finish = floor.layout.station(tour.finish.text)?.place
        else { return }
        var lengths = tour.lengths
        lengths.plannedMM = tour.walkedMM
        for next in bins.compactMap({ floor.layout.bin($0.text)?.place }) + [finish] {
            guard let way = floor.layout.distanceMM(from: here, to: next) else { return }
            lengths.plannedMM += way
            here = next
        }
        // A walk from which stops were taken may be shorter than any through all of them.
        lengths.lowerBoundMM = min(lengths.lowerBoundMM, lengths.plannedMM)
        try store.tours.setLengths(lengths, of: tour)
    }
}
