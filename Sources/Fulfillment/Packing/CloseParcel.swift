import JSON
import Labels

extension Transaction {
    /// `pack.weigh`
    func weighParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        try weigh(parcel, weightG: try params.count("weight_g"))
        return [
            "parcel": .int(parcel.row.number), "weight_g": .int(try params.int("weight_g")),
            "expected_g": .int(parcel.expectedWeightG),
        ]
    }

    /// Takes the scale's weight where it is what contents and tare add up to.
    func weigh(_ parcel: Parcel, weightG: Int) throws(Refusal) {
        guard parcel.state == .open else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: parcel.state.rawValue, wanted: "open")
        }
        let tolerance = toleranceG(of: parcel)
        guard abs(weightG - parcel.expectedWeightG) <= tolerance else {
            throw .weightOff(expectedG: parcel.expectedWeightG, toleranceG: tolerance, givenG: weightG)
        }
        try run("UPDATE parcel SET weight_g = ? WHERE id = ?", [weightG, parcel.row])
    }

    /// `pack.close`
    func closeParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let (sscc, label) = try close(try parcel(params), by: nil)
        return ["sscc": .string(sscc), "label": .int(label.number)]
    }

    /// Seals a parcel: it gets its SSCC, and its label is queued for the station's printer.
    func close(_ parcel: Parcel, by badge: String?) throws(Refusal) -> (sscc: String, label: LabelRow) {
        let missing = try missingPieces(of: parcel)
        guard missing.isEmpty else { throw .contentsDiffer(parcel: parcel.row.description, missing: missing) }
        guard let weight = parcel.weightG else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: "not weighed", wanted: "weighed")
        }
        try setParcel(parcel, to: .closed)
        let sscc = try nextSSCC()
        try run(
            "UPDATE parcel SET sscc = ?, packed_by = ?, closed_at = ? WHERE id = ?",
            [sscc, badge, now.millisecondsSince1970, parcel.row])
        let label = try queueLabel(
            try self.parcel(parcel.row), weightG: weight, copy: 0, reason: nil, printer: nil)
        return (sscc, label)
    }

    private func missingPieces(of parcel: Parcel) throws(Refusal) -> [String] {
        try rows(
            """
            SELECT sku, sum(quantity - packed) AS n FROM pick WHERE parcel = ? AND packed < quantity
            GROUP BY sku ORDER BY sku
            """, [parcel.row]
        ).map { "\($0["n"] as Int) × \($0["sku"] as String)" }
    }

    /// The next serial shipping container code; a serial is used once, ever.
    private func nextSSCC() throws(Refusal) -> String {
        let serial = 1 + (try value(Int.self, "SELECT value FROM meta WHERE name = 'sscc'") ?? 0)
        try run("INSERT OR REPLACE INTO meta (name, value) VALUES ('sscc', ?)", [serial])
        do throws(LabelError) {
            return try SSCC(
                extensionDigit: settings.ssccExtensionDigit, companyPrefix: settings.gs1CompanyPrefix,
                serial: serial
            ).text
        } catch { throw .notConfigured("no SSCC can be allotted: \(error)") }
    }

    /// `pack.confirm`: the label that is on the box has been scanned.
    func confirmParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        let warehouse = try order(parcel.order).warehouse
        try confirm(parcel, code: try params.text("code").trimmed, on: try floor(warehouse))
        return [
            "parcel": .int(parcel.row.number), "state": .string(try self.parcel(parcel.row).state.rawValue),
        ]
    }

    /// The parcel is labelled; with the last one of an order, the order is packed.
    func confirm(_ parcel: Parcel, code: String, on floor: Floor) throws(Refusal) {
        guard let sscc = parcel.sscc, ScanReading(code).sscc == sscc else {
            throw .wrongLabel(
                expected: parcel.sscc ?? "a closed parcel's label", scanned: code,
                scannedIs: try whatIs(code, on: floor))
        }
        try setParcel(parcel, to: .labelled)
        let order = try order(parcel.order)
        let parcels = try parcels(of: order.row)
        try emit(
            .parcelLabelled, of: order.id.text, in: order.warehouse,
            [
                "order_id": .string(order.id.text), "sscc": .string(sscc), "parcel": .int(parcel.number),
                "parcels": .int(parcels.count), "box": .string(parcel.box.text),
                "weight_g": .int(parcel.weightG ?? 0),
            ])
        let stage = try settleStage(of: order.row)
        if stage.after == .packed && stage.before != .packed { try tellPacked(order, parcels) }
    }

    private func tellPacked(_ order: Order, _ parcels: [Parcel]) throws(Refusal) {
        for tote in try totes(of: order.row) {
            try setTote(tote, to: .free)
        }
        try emit(
            .orderPacked, of: order.id.text, in: order.warehouse,
            [
                "order_id": .string(order.id.text), "driver": .string(order.driver),
                "parcels": .array(
                    parcels.map {
                        [
                            "sscc": .string($0.sscc ?? ""), "box": .string($0.box.text),
                            "weight_g": .int($0.weightG ?? 0),
                        ]
                    }),
            ])
    }
}
