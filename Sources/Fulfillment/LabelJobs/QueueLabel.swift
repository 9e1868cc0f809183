import GRDB
import JSON

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
            "ship_to": order.wanted["ship_to"] ?? .object([:]), "driver": .string(order.driver),
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

    /// `label.reprint`: the same label again, marked as a copy, with the reason.
    func reprintLabel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try labelledParcel(params)
        guard let weight = parcel.weightG, let sscc = parcel.sscc else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: parcel.state.rawValue, wanted: "closed")
        }
        let reason = try params.text("reason")
        let printer: String? =
            if let named = try params.optionalText("printer") { try self.printer(named) } else { nil }
        let copies = try value(Int.self, "SELECT max(copy) FROM label_job WHERE sscc = ?", [sscc]) ?? 0
        let label = try queueLabel(
            parcel, weightG: weight, copy: copies + 1, reason: reason, printer: printer)
        return ["job": .int(label.number), "copy": .int(copies + 1)]
    }
}
