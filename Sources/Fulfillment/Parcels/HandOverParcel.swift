import JSON

extension Transaction {
    /// `parcel.handover`: the driver scans a parcel at the dock; with the order's last one it is in transit.
    ///
    /// A site without staging skips those states: the scan takes a labelled parcel through them, onto the
    /// driver's open manifest or a new one.
    func handOverParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let code = try params.text("code").trimmed
        let driver = try params.id("driver")
        let parcel = try parcel(code: code)
        let order = try order(parcel.order)
        guard order.driver == driver else {
            throw .wrongDriver(parcel: parcel.sscc ?? code, expected: order.driver, given: driver)
        }
        try takeThroughStaging(parcel, onto: try openManifest(of: driver, in: order.warehouse))
        try bookOut(parcel)
        let left = try parcels(of: order.row).count { $0.state != .handedOver }
        try emit(
            .parcelHandedOver, of: order.id.text, in: order.warehouse,
            [
                "order_id": .string(order.id.text), "sscc": .string(parcel.sscc ?? ""),
                "driver": .string(driver),
                "left": .int(left),
            ])
        let stage = try settleStage(of: order.row)
        if stage.after == .inTransit && stage.before != .inTransit {
            try emit(
                .orderInTransit, of: order.id.text, in: order.warehouse,
                ["order_id": .string(order.id.text), "driver": .string(driver)])
        }
        return ["parcel": .int(parcel.row.number), "order_id": .string(order.id.text), "left": .int(left)]
    }

    private func takeThroughStaging(_ parcel: Parcel, onto manifest: Int) throws(Refusal) {
        let steps: [ParcelState] = [.staged, .manifested, .handedOver]
        guard let first = steps.firstIndex(where: parcel.state.mayBecome) else {
            throw .wrongState(
                thing: "parcel \(parcel.sscc ?? parcel.row.description)", state: parcel.state.rawValue,
                wanted: "labelled, staged or manifested")
        }
        for state in steps[first...] { try setParcel(try self.parcel(parcel.row), to: state) }
        try run(
            "UPDATE parcel SET manifest = ?, handed_over_at = ? WHERE id = ?",
            [manifest, now.millisecondsSince1970, parcel.row])
    }

    private func openManifest(of driver: String, in warehouse: WarehouseCode) throws(Refusal) -> Int {
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
        for pick in picks.map(Pick.init) {
            try book(
                pick.warehouse, pick.client, pick.sku, lot: pick.lot, expiry: pick.expiry, .handedOver,
                pick.quantity)
            guard let stock = pick.stock else { continue }
            try run("UPDATE pick SET stock = NULL WHERE id = ?", [pick.row])
            try takeStock(stock, quantity: 0, reserved: 0)
        }
    }
}
