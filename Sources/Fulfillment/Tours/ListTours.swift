import Domain
import Operations

extension TourList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.tours.list(
            state: state, warehouse: try site.knownWarehouse(warehouse), after: try page.afterRow(), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for tour in rows {
            var summary = TourSummary(tour)
            summary.badge = try tour.session.flatMap { (row) throws(Refusal) in
                try site.store.sessions.session(row)?.badge
            }
            for pick in try site.store.picks.picks(on: tour.row) {
                summary.picks.append(.init(pick, of: try site.store.orders.order(pick.order)))
            }
            result.tours.append(summary)
        }
        return result
    }
}

/// Metres to the millimetre.
private func metres(_ millimetres: Int) -> Double { Double(millimetres) / 1000 }

extension TourSummary {
    fileprivate init(_ tour: Tour) {
        self.init()
        (self.tour, warehouse, state) = (tour.row, tour.warehouse, tour.state)
        (kind, start, finish, cart) = (tour.kind, tour.start, tour.finish, tour.cart)
        lengthM = metres(tour.lengths.plannedMM)
        lowerBoundM = metres(tour.lengths.lowerBoundMM)
        byLocationCodeM = metres(tour.lengths.byLocationCodeMM)
    }
}

extension TourSummary.Pick {
    fileprivate init(_ pick: Domain.Pick, of order: Order) {
        self.init()
        (bin, sku, quantity, state) = (pick.bin, pick.sku, pick.quantity, pick.state)
        (self.order, client) = (order.id, order.client)
    }
}
