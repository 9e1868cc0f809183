import PickRouting
import WarehouseLayout

/// Picks in the order in which they are walked to.
struct Walk {
    let picks: [Pick]
    let lengthMM: Int
    let lowerBoundMM: Int
    /// What the same picks cost when walked bin by bin in the layout's order, as lists on paper are.
    let byLocationCodeMM: Int

    init(through picks: [Pick], from start: PlaceID, to finish: PlaceID, on floor: Floor) throws(Refusal) {
        let layout = floor.layout
        // Picks of one bin and SKU stay together, whatever order they belong to.
        let sorted = picks.sorted { ($0.bin, $0.sku, $0.order, $0.row) < ($1.bin, $1.sku, $1.order, $1.row) }
        var stops: [TourStop] = []
        var codeOrder: [Int] = []
        for pick in sorted {
            guard let index = layout.binIndex(pick.bin.text) else {
                throw .unknownBin(pick.bin.text, warehouse: floor.warehouse.text)
            }
            stops.append(TourStop(place: layout.bins[index].place))
            codeOrder.append(index)
        }
        do {
            let tour = try floor.planner.plan(from: start, to: finish, stops: stops)
            let byCode = try floor.planner.plan(from: start, to: finish, stops: stops, codeOrder: codeOrder)
            self.picks = tour.order.map { sorted[$0] }
            lengthMM = tour.lengthMM
            lowerBoundMM = tour.lowerBoundMM
            byLocationCodeMM = byCode.lengthMM
        } catch { throw .notConfigured("no walk through \(floor.warehouse): \(error)") }
    }
}
