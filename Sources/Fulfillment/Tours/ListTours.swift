import Domain
import Operations

extension TourList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.rows(
            """
            SELECT tour.*, session.badge FROM tour LEFT JOIN session ON session.id = tour.session
            WHERE tour.id > ?1 AND (?2 IS NULL OR tour.state = ?2) AND (?3 IS NULL OR tour.warehouse = ?3)
            ORDER BY tour.id LIMIT ?4
            """,
            [try page.afterNumber(), state?.rawValue, try site.knownWarehouse(warehouse), page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            var summary = TourSummary(try FloorTour(row))
            summary.kind = try row.word("kind")
            summary.lowerBoundM = metres(row["lower_bound_mm"] as Int)
            summary.byLocationCodeM = metres(row["by_location_code_mm"] as Int)
            summary.badge = (row["badge"] as String?).map { BadgeID($0) }
            for pick in try site.picks(on: summary.tour) {
                summary.picks.append(.init(pick, of: try site.order(pick.order)))
            }
            result.tours.append(summary)
        }
        return result
    }
}

/// Metres to the millimetre.
private func metres(_ millimetres: Int) -> Double { Double(millimetres) / 1000 }

extension TourSummary {
    fileprivate init(_ tour: FloorTour) {
        self.init()
        (self.tour, warehouse, state) = (tour.row, tour.warehouse, tour.state)
        (start, finish) = (StationCode(tour.start), StationCode(tour.finish))
        lengthM = metres(tour.lengthMM)
        cart = tour.cart.map { CartCode($0) }
    }
}

extension TourSummary.Pick {
    fileprivate init(_ pick: Pick, of order: Order) {
        self.init()
        (bin, sku, quantity, state) = (pick.bin, pick.sku, pick.quantity, pick.state)
        (self.order, client) = (order.id, order.client)
    }
}
