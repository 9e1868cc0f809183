import Domain
import Operations

/// Tours are long and short: a page ends early where its tours have many picks, so that it is soon read and stays
/// within a line.
extension TourList: Rule {
    /// No further tour after so many picks: with the longest tour after them some three hundred kilobytes.
    private static let picksMax = 1_500

    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.tours.list(
            state: state, warehouse: try site.knownWarehouse(warehouse), after: try page.afterRow(),
            limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        var picks = 0
        for tour in rows where picks < Self.picksMax {
            let summary = try site.summary(of: tour)
            picks += summary.picks.count
            result.tours.append(summary)
        }
        result.hasMore = hasMore || result.tours.count < rows.count
        return result
    }
}

extension Transaction {
    fileprivate func summary(of tour: Tour) throws(Refusal) -> TourSummary {
        var summary = TourSummary(tour)
        summary.badge = try tour.session.flatMap { (row) throws(Refusal) in
            try store.sessions.session(row)?.badge
        }
        var orders: [OrderRow: Order] = [:]
        for pick in try store.picks.picks(on: tour.row) {
            let served = if let known = orders[pick.order] { known } else { try order(pick.order) }
            orders[pick.order] = served
            summary.picks.append(.init(pick, of: served))
        }
        return summary
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
