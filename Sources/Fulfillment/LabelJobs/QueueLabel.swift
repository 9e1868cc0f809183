import Domain
import JSON
import Operations

extension Transaction {
    /// Queues a parcel's shipping label; the daemon writes it to the spool after the commit.
    ///
    /// - Parameters:
    ///   - copy: 0 for the first print.
    ///   - reason: why it is printed again.
    ///   - printer: the station's own where it is nil.
    func queueLabel(
        _ parcel: Parcel, of order: Order, shipTo: Address, weightG: Int, copy: Int = 0,
        reason: String? = nil,
        printer: PrinterName? = nil
    ) throws(Refusal) -> LabelRow {
        let floor = try floor(order.warehouse)
        var data: JSONObject = [
            "sscc": .string(parcel.sscc ?? ""), "order_id": .string(order.id.text),
            "ship_from": ["name": .string(floor.layout.name), "warehouse": .string(order.warehouse.text)],
            "ship_to": .object(shipTo.json), "driver": .string(order.driver?.text ?? ""),
            "sla": .string(order.sla), "box": .string(parcel.box.text), "weight_g": .int(weightG),
            "parcel": .int(parcel.number), "parcels": .int(try parcelCount(of: order.row)),
        ]
        if copy > 0 { data["copy"] = .int(copy) }
        let job = NewLabelJob(
            parcel: parcel.row, printer: printer ?? self.printer(of: parcel.station, on: floor),
            template: settings.shippingTemplate, data: .object(data), sscc: parcel.sscc, copy: copy,
            reason: reason)
        return try store.labels.insert(job, at: now).row
    }

    /// The printer at a station, or the site's default.
    private func printer(of station: StationCode?, on floor: Floor) -> PrinterName {
        let named = station.flatMap { floor.layout.station($0.text)?.printer }
        return PrinterName(named ?? settings.defaultPrinter)
    }
}

/// The same label again, marked as a copy, with the reason.
extension LabelReprint: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.labelledParcel(self.parcel, job: job)
        guard let weight = parcel.weightG, let sscc = parcel.sscc else {
            throw .notAllowed(in: parcel.state, of: parcel.row.description, wanted: [.closed])
        }
        if let printer { try site.checkPrinter(printer) }
        let order = try site.order(parcel.order)
        let copy = 1 + (try site.store.labels.lastCopy(of: sscc) ?? 0)
        var result = Result()
        result.copy = copy
        result.job = try site.queueLabel(
            parcel, of: order, shipTo: try site.request(of: order).shipTo, weightG: weight, copy: copy,
            reason: reason, printer: printer)
        return result
    }
}
