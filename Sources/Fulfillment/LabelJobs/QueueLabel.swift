import Domain
import GRDB
import JSON
import Operations

extension Transaction {
    /// Queues a parcel's shipping label; the daemon writes it to the spool after the commit.
    func queueLabel(
        _ parcel: Parcel, weightG: Int, copy: Int, reason: String?, printer: String?
    ) throws(Refusal) -> LabelRow {
        let order = try order(parcel.order)
        let floor = try floor(order.warehouse)
        let station = parcel.station.flatMap { floor.layout.station($0) }
        var data: JSONObject = [
            "sscc": .string(parcel.sscc ?? ""), "order_id": .string(order.id.text),
            "ship_from": ["name": .string(floor.layout.name), "warehouse": .string(order.warehouse.text)],
            "ship_to": .object(try order.request.shipTo.json), "driver": .string(order.driver.text),
            "sla": .string(order.sla), "box": .string(parcel.box.text), "weight_g": .int(weightG),
            "parcel": .int(parcel.number), "parcels": .int(try parcels(of: order.row).count),
        ]
        if copy > 0 { data["copy"] = .int(copy) }
        try run(
            """
            INSERT INTO label_job (parcel, printer, template, data, sscc, copy, reason, state, queued_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?)
            """,
            [
                parcel.row, printer ?? station?.printer ?? settings.defaultPrinter, settings.shippingTemplate,
                JSONValue.object(data).description, parcel.sscc, copy, reason, now.millisecondsSince1970,
            ])
        return LabelRow(insertedRow)
    }
}

/// The same label again, marked as a copy, with the reason.
extension LabelReprint: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.labelledParcel(self.parcel, job: job)
        guard let weight = parcel.weightG, let sscc = parcel.sscc else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: parcel.state.rawValue, wanted: "closed")
        }
        let printer = try printer.map { (name) throws(Refusal) in try site.printer(name) }
        let copies = try site.value(Int.self, "SELECT max(copy) FROM label_job WHERE sscc = ?", [sscc]) ?? 0
        var result = Result()
        result.copy = copies + 1
        result.job = try site.queueLabel(
            parcel, weightG: weight, copy: copies + 1, reason: reason, printer: printer)
        return result
    }
}
