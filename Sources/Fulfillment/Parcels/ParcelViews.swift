import Domain
import Operations
import Store

extension ParcelGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        var result = Result()
        result.summary = ParcelSummary(parcel, of: try site.order(parcel.order))
        result.parcels = try site.parcelCount(of: parcel.order)
        result.inner = try site.box(of: parcel).inner
        result.plan = try site.store.parcels.plan(of: parcel.row).pieces.map { PlannedPiece($0) }
        return result
    }
}

extension ParcelList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var filter = ParcelTable.Filter(
            state: state, driver: driver, client: try site.knownClient(client),
            warehouse: try site.knownWarehouse(warehouse))
        if let order {
            guard let found = try site.store.orders.order(order, of: client ?? "") else {
                throw .unknownOrder(order.text)
            }
            filter.order = found.row
        }
        let found = try site.store.parcels.list(filter, after: try page.afterRow(), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for parcel in rows { result.parcels.append(ParcelSummary(parcel, of: try site.order(parcel.order))) }
        return result
    }
}

extension ParcelSummary {
    fileprivate init(_ parcel: Parcel, of order: Order) {
        self.init()
        (self.parcel, self.order, client, warehouse) = (parcel.row, order.id, order.client, order.warehouse)
        (number, state, box) = (parcel.number, parcel.state, parcel.box)
        (expectedWeightG, sscc, weightG) = (parcel.expectedWeightG, parcel.sscc, parcel.weightG)
        (station, driver, manifest) = (parcel.station, order.driver, parcel.manifest)
    }
}
