import Domain
import Operations

/// The driver scans a parcel at the dock; with the order's last one it is in transit.
///
/// A site without staging skips those states: the scan brings a labelled parcel through them, onto the driver's
/// open manifest or a new one.
extension ParcelHandover: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let code = self.code.trimmed
        let parcel = try site.parcel(code: code)
        let order = try site.order(parcel.order)
        if let warehouse = try site.knownWarehouse(warehouse), order.warehouse != warehouse {
            throw .wrongState(
                thing: "parcel \(parcel.sscc ?? code)", state: "in \(order.warehouse)",
                wanted: "in \(warehouse)")
        }
        if let expected = order.driver, expected != driver {
            throw .wrongDriver(parcel: parcel.sscc ?? code, expected: expected.text, given: driver.text)
        }
        let left = try site.handOver(parcel, of: order, to: driver)
        var result = Result()
        (result.parcel, result.order, result.client, result.left) = (parcel.row, order.id, order.client, left)
        return result
    }
}

extension Transaction {
    /// The last parcel of an order that is to leave has left.
    func emitInTransit(_ order: Order, with driver: DriverID) throws(Refusal) {
        var inTransit = OrderInTransit()
        (inTransit.order, inTransit.driver) = (order.id, driver)
        inTransit.parcels = try packedParcels(try store.parcels.parcels(of: order.row))
        inTransit.short = try shortLines(of: order)
        try emit(inTransit, of: order)
    }

    /// - Returns: the parcels of the order that are still here.
    fileprivate func handOver(
        _ parcel: Parcel, of order: Order, to driver: DriverID
    ) throws(Refusal) -> Int {
        let manifest = try store.manifests.openManifest(of: driver, in: order.warehouse, at: now)
        let gone = try store.parcels.handOver(parcel, on: manifest.row, at: now)
        try bookOut(gone)
        let parcels = try store.parcels.parcels(of: order.row)
        var data = ParcelHandedOver()
        (data.order, data.sscc, data.driver) = (order.id, gone.sscc ?? "", driver)
        data.left = parcels.count { $0.state != .handedOver }
        try emit(data, of: order)
        let stage = try refreshStage(of: order.row)
        if stage.after == .inTransit && stage.before != .inTransit { try emitInTransit(order, with: driver) }
        return data.left
    }

    /// The pieces have left the building. They are in no bin since they were picked, so no record loses them.
    private func bookOut(_ parcel: Parcel) throws(Refusal) {
        for pick in try store.picks.picks(of: parcel.row) where pick.state == .packed {
            try store.accounts.record(pick.quantity, as: .handedOver, of: pick.goods)
            var data = StockChanged()
            (data.sku, data.change, data.reason) = (pick.sku, -pick.quantity, .handover)
            data.lot = pick.lot.isEmpty ? nil : pick.lot
            data.expiry = pick.expiry?.description
            try emit(data, of: pick.sku.text, in: pick.warehouse, client: pick.client)
        }
    }
}
