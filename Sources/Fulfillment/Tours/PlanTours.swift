import Domain
import PickRouting
import WarehouseLayout

extension Transaction {
    /// Puts released orders on carts and plans each cart's walk.
    ///
    /// - Returns: the tours made.
    func planTours(for orders: [Order]) throws(Refusal) -> [TourRow] {
        var tours: [TourRow] = []
        var warehouses: [WarehouseCode] = []
        for order in orders where !warehouses.contains(order.warehouse) { warehouses.append(order.warehouse) }
        for warehouse in warehouses {
            let floor = try floor(warehouse)
            let choice = CartChoice(on: floor)
            var loads = choice.carts.map { _ in [CartLoad]() }
            for order in orders where order.warehouse == warehouse {
                let open = try store.picks.picksInPool(of: order.row)
                for (cart, part) in choice.parts(of: open).enumerated() {
                    loads[cart].append(try load(of: order, part, on: floor))
                }
            }
            for (cart, loads) in zip(choice.carts, loads) {
                let round = try CartRound(
                    cart, on: floor, totes: settings.totesPerTour, pickers: store.sessions.pickers(in: warehouse))
                for batch in try round.batches(loads) { tours.append(try insertTour(batch, round)) }
            }
        }
        return tours
    }

    private func insertTour(_ loads: [CartLoad], _ round: CartRound) throws(Refusal) -> TourRow {
        let picks = try chooseBins(for: loads, on: round)
        let tour = try store.tours.insert(
            NewTour(
                warehouse: round.floor.warehouse, kind: .pick, start: StationCode(round.start.id.text),
                finish: StationCode(round.finish.id.text), cart: round.cart.map { CartCode($0.id.text) },
                priority: loads.map(\.order.priority).max() ?? 0), at: now)
        let walk = try self.walk(
            through: picks, on: tour.row, from: round.start.place, to: round.finish.place, of: round.floor)
        try store.tours.setLengths(walk.lengths, of: tour)
        return tour.row
    }

    /// Plans the walk of a tour that nobody has begun, or ends the tour where nothing is left on it; of one begun only
    /// the length is told anew.
    func replan(_ row: TourRow) throws(Refusal) {
        let tour = try store.tours.tour(row)
        let floor = try floor(tour.warehouse)
        guard tour.state == .planned else { return try measureTour(row, on: floor) }
        guard tour.total > 0 else {
            try store.tours.cancel(tour, at: now)
            return
        }
        guard let start = floor.layout.station(tour.start.text)?.place,
            let finish = floor.layout.station(tour.finish.text)?.place
        else { throw .notConfigured("station \(tour.start) or \(tour.finish) is not in the layout any more") }
        let picks = try store.picks.picks(on: row)
        guard !picks.isEmpty else { return }
        let walk = try walk(through: picks, on: row, from: start, to: finish, of: floor)
        try store.tours.setLengths(walk.lengths, of: tour)
    }

    /// Puts picks on a tour along the shortest walk that keeps to precedence, with positions from `first`.
    func walk(
        through picks: [Pick], on tour: TourRow, from start: PlaceID, to finish: PlaceID, of floor: Floor, first: Int = 1
    ) throws(Refusal) -> Walk {
        let walk = try Walk(
            through: picks, classes: precedenceClasses(of: picks), from: start, to: finish, on: floor)
        try store.picks.put(walk.picks, on: tour, from: first)
        return walk
    }
}
