import Domain
import WarehouseLayout

/// A walk under way: where its picker stands, what is left of it, and how long it has become.
extension Transaction {
    /// The picker has come to a bin; the way there is walked.
    func arrive(at bin: Bin, on row: TourRow, of floor: Floor) throws(Refusal) {
        let tour = try tour(row)
        let way = standing(tour, on: floor).flatMap { floor.layout.distanceMM(from: $0, to: bin.place) } ?? 0
        try run(
            "UPDATE tour SET stands_at = ?, walked_mm = walked_mm + ? WHERE id = ?", [bin.code, way, row])
    }

    /// Where the picker of a tour stands: at the bin that was scanned last, else at the start.
    func standing(_ tour: FloorTour, on floor: Floor) -> PlaceID? {
        tour.standsAt.flatMap { floor.layout.bin($0.text)?.place } ?? floor.layout.station(tour.start)?.place
    }

    /// Plans the rest of a walk anew from where its picker stands; what is in hand stays before it.
    func walkOn(_ row: TourRow, on floor: Floor) throws(Refusal) {
        let tour = try tour(row)
        guard let here = standing(tour, on: floor), let finish = floor.layout.station(tour.finish)?.place
        else { return }
        let done =
            try value(
                Int.self, "SELECT max(position) FROM pick WHERE tour = ? AND state <> 'claimed'", [row]) ?? 0
        let ahead = try picks(on: row, in: .claimed).filter { $0.position != Pick.inHandPosition }
        _ = try walk(through: ahead, from: here, to: finish, on: floor, first: done + 1)
        try measureTour(row, on: floor)
    }

    /// Sets a tour's length to what has been walked of it and the way that is left, in the order of its picks.
    func measureTour(_ row: TourRow, on floor: Floor) throws(Refusal) {
        let tour = try tour(row)
        guard var here = standing(tour, on: floor), let finish = floor.layout.station(tour.finish)?.place
        else { return }
        var length = tour.walkedMM
        let left = try picks(on: row).filter { $0.state == .claimed || $0.state == .open }
        for next in left.compactMap({ floor.layout.bin($0.bin.text)?.place }) + [finish] {
            guard let way = floor.layout.distanceMM(from: here, to: next) else { return }
            length += way
            here = next
        }
        // A walk from which stops were taken may be shorter than any through all of them.
        try run(
            "UPDATE tour SET length_mm = ?1, lower_bound_mm = min(lower_bound_mm, ?1) WHERE id = ?2",
            [length, row])
    }
}
