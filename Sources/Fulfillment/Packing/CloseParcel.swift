import Domain
import Labels
import Operations

extension PackWeigh: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        try site.weigh(parcel, weightG: weightG)
        var result = Result()
        (result.parcel, result.weightG) = (parcel.row, weightG)
        result.expectedG = parcel.expectedWeightG
        return result
    }
}

extension PackClose: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        (result.sscc, result.label) = try site.close(try site.parcel(code: parcel), by: nil)
        return result
    }
}

/// The label that is on the box has been scanned.
extension PackConfirm: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        let warehouse = try site.order(parcel.order).warehouse
        try site.confirm(parcel, code: code.trimmed, on: try site.floor(warehouse))
        var result = Result()
        (result.parcel, result.state) = (parcel.row, try site.parcel(parcel.row).state)
        return result
    }
}

extension Transaction {
    /// Accepts the scale's weight where it is what contents and tare add up to.
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
        let closed = try self.parcel(parcel.row)
        try emitClosed(closed, weightG: weight)
        let label = try queueLabel(closed, weightG: weight, copy: 0, reason: nil, printer: nil)
        return (sscc, label)
    }

    private func emitClosed(_ parcel: Parcel, weightG: Int) throws(Refusal) {
        let order = try order(parcel.order)
        let request = try order.request
        let type = try boxType(parcel.box)
        let outer = type.outer ?? type.inner
        var data = ParcelClosed()
        (data.order, data.sscc, data.parcel, data.number) = (
            order.id, parcel.sscc ?? "", parcel.row, parcel.number
        )
        (data.box, data.weightG) = (parcel.box, weightG)
        data.outer = SizeMM(length: outer.lengthMM, width: outer.widthMM, height: outer.heightMM)
        (data.carrier, data.service) = (request.ship?.carrier, request.ship?.service)
        if settings.addressesInEvents { data.shipTo = request.shipTo }
        try emit(data, of: order)
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
        var data = ParcelLabelled()
        (data.order, data.sscc, data.number, data.parcels) = (order.id, sscc, parcel.number, parcels.count)
        (data.box, data.weightG) = (parcel.box, parcel.weightG ?? 0)
        try emit(data, of: order)
        let stage = try renewStage(of: order.row)
        if stage.after == .packed && stage.before != .packed { try emitPacked(order, parcels) }
    }

    private func emitPacked(_ order: Order, _ parcels: [Parcel]) throws(Refusal) {
        for tote in try totes(of: order.row) { try setTote(tote, to: .free) }
        let request = try order.request
        var data = OrderPacked()
        data.order = order.id
        data.driver = order.driver.isEmpty ? nil : order.driver
        data.parcels = try packedParcels(parcels)
        data.short = try shortLines(of: order)
        (data.notes, data.isGift, data.documents) = (request.notes, request.isGift, request.documents)
        try emit(data, of: order)
    }

    /// Parcels with what is in them, as events have it.
    func packedParcels(_ parcels: [Parcel]) throws(Refusal) -> [PackedParcelData] {
        var list: [PackedParcelData] = []
        for parcel in parcels {
            let picks = try picks(
                rows("SELECT * FROM pick WHERE parcel = ? AND state = 'packed' ORDER BY id", [parcel.row]))
            list.append(
                PackedParcelData(
                    sscc: parcel.sscc ?? "", box: parcel.box, weightG: parcel.weightG ?? 0,
                    items: PickedPieces.summed(picks)))
        }
        return list
    }

    /// The lines of an order that are not whole in its parcels.
    func shortLines(of order: Order) throws(Refusal) -> [OrderShort.Line] {
        var short: [OrderShort.Line] = []
        let picks = try picks(of: order.row)
        for line in try lines(of: order.row) {
            let packed = picks.filter { $0.line == line.line && $0.state == .packed }
            let missing = line.quantity - packed.reduce(0) { $0 + $1.quantity }
            guard missing > 0 else { continue }
            let reason = picks.first { $0.line == line.line && $0.reason != nil }?.reason ?? "missing"
            short.append(.init(line: line.line, sku: line.sku, missing: missing, reason: reason))
        }
        return short
    }
}
