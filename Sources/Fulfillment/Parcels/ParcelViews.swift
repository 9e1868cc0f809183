import Domain
import Operations

extension ParcelGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        let inner = try site.boxType(parcel.box).inner
        var result = Result()
        result.summary = ParcelSummary(parcel, of: try site.order(parcel.order))
        result.parcels = try site.parcels(of: parcel.order).count
        result.inner = SizeMM(length: inner.lengthMM, width: inner.widthMM, height: inner.heightMM)
        result.plan = parcel.plan.pieces.map(PlannedPiece.init)
        return result
    }
}

extension ParcelList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var row: OrderRow?
        if let order {
            guard let found = try site.order(order, of: client ?? "") else { throw .unknownOrder(order.text) }
            row = found.row
        }
        let found = try site.rows(
            """
            SELECT parcel.* FROM parcel JOIN orders ON orders.id = parcel.order_row
            WHERE parcel.id > ?1 AND (?2 IS NULL OR order_row = ?2) AND (?3 IS NULL OR state = ?3)
                AND (?4 IS NULL OR orders.client = ?4) AND (?5 IS NULL OR orders.driver = ?5)
                AND (?6 IS NULL OR orders.warehouse = ?6) ORDER BY parcel.id LIMIT ?7
            """,
            [
                try page.afterNumber(), row, state?.rawValue, client, driver,
                try site.knownWarehouse(warehouse), page.rowsToRead,
            ])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            let parcel = try Parcel(row)
            result.parcels.append(ParcelSummary(parcel, of: try site.order(parcel.order)))
        }
        return result
    }
}

extension ParcelSummary {
    fileprivate init(_ parcel: Parcel, of order: Order) {
        self.init()
        (self.parcel, self.order, client, warehouse) = (parcel.row, order.id, order.client, order.warehouse)
        (number, state, box) = (parcel.number, parcel.state, parcel.box)
        (expectedWeightG, sscc, weightG) = (parcel.expectedWeightG, parcel.sscc, parcel.weightG)
        station = parcel.station.map { StationCode($0) }
        driver = order.driver.isEmpty ? nil : order.driver
        manifest = parcel.manifest.map { ManifestRow($0) }
    }
}
