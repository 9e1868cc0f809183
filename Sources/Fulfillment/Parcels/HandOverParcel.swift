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
                thing: "parcel \(parcel.sscc ?? code)", state: "in \(order.warehouse)", wanted: "in \(warehouse)")
        }
        guard order.driver.isEmpty || order.driver == driver else {
            throw .wrongDriver(
                parcel: parcel.sscc ?? code, expected: order.driver.text, given: driver.text)
        }
        let left = try site.handOver(parcel, of: order, to: driver)
        var result = Result()
        (result.parcel, result.order, result.client, result.left) = (parcel.row, order.id, order.client, left)
        return result
    }
}

extension Transaction {
    /// - Returns: the parcels of the order that are still here.
    fileprivate func handOver(
        _ parcel: Parcel, of order: Order, to driver: DriverID
    ) throws(Refusal) -> Int {
        try bringThroughStaging(parcel, onto: try openManifest(of: driver, in: order.warehouse))
        try bookOut(parcel)
        let parcels = try parcels(of: order.row)
        var data = ParcelHandedOver()
        (data.order, data.sscc, data.driver) = (order.id, parcel.sscc ?? "", driver)
        data.left = parcels.count { $0.state != .handedOver }
        try emit(data, of: order)
        let stage = try renewStage(of: order.row)
        if stage.after == .inTransit && stage.before != .inTransit {
            var gone = OrderInTransit()
            (gone.order, gone.driver) = (order.id, driver)
            gone.parcels = try packedParcels(parcels)
            gone.short = try shortLines(of: order)
            try emit(gone, of: order)
        }
        return data.left
    }

    private func bringThroughStaging(_ parcel: Parcel, onto manifest: Int) throws(Refusal) {
        let steps: [ParcelState] = [.staged, .manifested, .handedOver]
        // One that is gone may only be taken back, which is another operation.
        guard parcel.state != .handedOver, let first = steps.firstIndex(where: parcel.state.mayBecome) else {
            throw .wrongState(
                thing: "parcel \(parcel.sscc ?? parcel.row.description)", state: parcel.state.rawValue,
                wanted: "labelled, staged or manifested")
        }
        for state in steps[first...] { try setParcel(try self.parcel(parcel.row), to: state) }
        try run(
            "UPDATE parcel SET manifest = ?, handed_over_at = ? WHERE id = ?",
            [manifest, now.millisecondsSince1970, parcel.row])
    }

    private func openManifest(of driver: DriverID, in warehouse: WarehouseCode) throws(Refusal) -> Int {
        let open = try value(
            Int.self, "SELECT id FROM manifest WHERE warehouse = ? AND driver = ? AND state = 'open'",
            [warehouse, driver])
        if let open { return open }
        try run(
            "INSERT INTO manifest (warehouse, driver, state, opened_at) VALUES (?, ?, 'open', ?)",
            [warehouse, driver, now.millisecondsSince1970])
        return insertedRow
    }

    /// The pieces have left the building.
    private func bookOut(_ parcel: Parcel) throws(Refusal) {
        let picks = try rows(
            "SELECT * FROM pick WHERE parcel = ? AND state = 'packed' ORDER BY id", [parcel.row])
        for pick in try self.picks(picks) {
            try book(
                pick.warehouse, pick.client, pick.sku, lot: pick.lot, expiry: pick.expiry, .handedOver,
                pick.quantity)
            var data = StockChanged()
            (data.sku, data.change, data.reason) = (pick.sku, -pick.quantity, "handover")
            data.lot = pick.lot.isEmpty ? nil : pick.lot
            data.expiry = pick.expiry.isEmpty ? nil : pick.expiry
            try emit(data, of: pick.sku.text, in: pick.warehouse, client: pick.client)
            guard let stock = pick.stock else { continue }
            try run("UPDATE pick SET stock = NULL WHERE id = ?", [pick.row])
            try removeStock(stock, quantity: 0, reserved: 0)
        }
    }
}
