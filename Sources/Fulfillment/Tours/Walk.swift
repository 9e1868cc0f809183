import Domain
import PickRouting
import WarehouseLayout

/// Picks in the order in which they are walked to.
struct Walk {
    let picks: [Pick]
    let lengths: TourLengths

    /// - Parameters:
    ///   - classes: for each pick the precedence class of its stop.
    ///   - effort: perturbations of the walk where no exact method finds it.
    init(
        through picks: [Pick], classes: [Int], from start: PlaceID, to finish: PlaceID, on floor: Floor,
        effort: Int
    ) throws(Refusal) {
        let layout = floor.layout
        // Picks of one bin and SKU stay together, whatever order they belong to.
        let visits = zip(picks, classes).sorted {
            ($0.0.bin, $0.0.sku, $0.0.order, $0.0.row) < ($1.0.bin, $1.0.sku, $1.0.order, $1.0.row)
        }
        var stops: [TourStop] = []
        var bins: [Int] = []
        for (pick, precedenceClass) in visits {
            guard let bin = layout.binIndex(pick.bin.text) else {
                throw .unknownBin(pick.bin.text, warehouse: floor.warehouse.text)
            }
            stops.append(TourStop(place: layout.bins[bin].place, precedenceClass: precedenceClass))
            bins.append(bin)
        }
        do throws(RoutingError) {
            let plain = stops.map { TourStop(place: $0.place) }
            // Where one-way aisles leave no walk that keeps to the precedence, the goods are picked all the same.
            let tour =
                if let kept = try? floor.planner.plan(from: start, to: finish, stops: stops, effort: effort) {
                    kept
                } else {
                    try floor.planner.plan(from: start, to: finish, stops: plain, effort: effort)
                }
            // A list on paper knows no precedence.
            let byCode = try floor.planner.plan(from: start, to: finish, stops: plain, codeOrder: bins)
            self.picks = tour.order.map { visits[$0].0 }
            lengths = TourLengths(
                plannedMM: tour.lengthMM, lowerBoundMM: tour.lowerBoundMM, byLocationCodeMM: byCode.lengthMM)
        } catch { throw .notConfigured("no walk through \(floor.warehouse): \(error)") }
    }
}
