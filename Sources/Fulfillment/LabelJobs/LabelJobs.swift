import GRDB
public import JSON

/// One label for one printer, as the spool writes it.
public struct LabelJob: Sendable, Equatable {
    public let number: Int
    public let printer: String
    /// The template's name, without its ending.
    public let template: String
    /// What the template is filled with.
    public let data: JSONValue
    /// 0 for the first print; a reprint counts up.
    public let copy: Int
    /// The SSCC of the parcel: part of the file's name.
    public let key: String

    init(_ row: Row) {
        number = row["id"]
        printer = row["printer"]
        template = row["template"]
        data = (try? JSONValue(parsing: row["data"] as String)) ?? .null
        copy = row["copy"]
        key = data["sscc"]?.string ?? String(number)
    }
}

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
            INSERT INTO label_job (parcel, printer, template, data, copy, reason, state, queued_at)
            VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)
            """,
            [
                parcel.row, printer ?? station?.printer ?? settings.defaultPrinter, settings.shippingTemplate,
                JSONValue.object(data).description, copy, reason, now.millisecondsSince1970,
            ])
        return LabelRow(insertedRow)
    }

    /// `label.reprint`: the same label again, marked as a copy, with the reason.
    func reprintLabel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try params.has("job")
            ? parcel(ParcelRow(try labelRow(params)["parcel"])) : parcel(params)
        guard let weight = parcel.weightG, parcel.sscc != nil else {
            throw .wrongState(thing: "parcel \(parcel.row)", state: parcel.state.rawValue, wanted: "closed")
        }
        let reason = try params.text("reason")
        let copies = try value(Int.self, "SELECT max(copy) FROM label_job WHERE parcel = ?", [parcel.row]) ?? 0
        let label = try queueLabel(
            parcel, weightG: weight, copy: copies + 1, reason: reason, printer: try params.optionalText("printer"))
        return ["job": .int(label.number), "copy": .int(copies + 1)]
    }

    private func labelRow(_ params: Params) throws(Refusal) -> Row {
        let number = try params.int("job")
        guard let row = try row("SELECT * FROM label_job WHERE id = ?", [number]) else { throw .unknownLabel(number) }
        return row
    }

    /// `label.outcome`: what became of a job: spooled by the daemon, printed or failed at the printer.
    func settleLabel(_ params: Params) throws(Refusal) -> JSONValue {
        let row = try labelRow(params)
        let state = LabelState(rawValue: row["state"]) ?? .unknown
        let outcome = try params.text("outcome")
        guard let next = LabelState(rawValue: outcome), [.spooled, .printed, .failed, .unknown].contains(next) else {
            throw .badParams(param: "outcome", problem: "\"\(outcome)\" is none of printed, failed")
        }
        let job = LabelJob(row)
        if next == state { return ["job": .int(job.number), "state": .string(state.rawValue)] }
        try state.checkStep(to: next, of: String(job.number))
        let reason = try params.optionalText("reason")
        try run(
            "UPDATE label_job SET state = ?, outcome = ?, settled_at = ? WHERE id = ?",
            [next.rawValue, reason, now.millisecondsSince1970, job.number])
        if next == .failed || next == .unknown { try tellFailed(job, ParcelRow(row["parcel"]), reason ?? outcome) }
        return ["job": .int(job.number), "state": .string(next.rawValue)]
    }

    private func tellFailed(_ job: LabelJob, _ parcel: ParcelRow, _ reason: String) throws(Refusal) {
        let order = try order(try self.parcel(parcel).order)
        try emit(
            .labelFailed, of: order.id.text, in: order.warehouse,
            [
                "job": .int(job.number), "printer": .string(job.printer), "sscc": .string(job.key),
                "reason": .string(reason),
            ])
    }

    /// `label.list`: jobs by number, filtered by state, printer or parcel.
    func listLabels(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let parcel = try params.has("parcel") ? parcel(params).row : nil
        let found = try rows(
            """
            SELECT * FROM label_job WHERE id > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR printer = ?3)
                AND (?4 IS NULL OR parcel = ?4) ORDER BY id LIMIT ?5
            """,
            [
                page.afterNumber, try params.optionalText("state"), try params.optionalText("printer"), parcel,
                page.limit + 1,
            ])
        return page.answer(
            "labels",
            found.map { row in
                var object: JSONObject = [
                    "job": .int(row["id"]), "parcel": .int(row["parcel"]), "printer": .string(row["printer"]),
                    "template": .string(row["template"]), "copy": .int(row["copy"]), "state": .string(row["state"]),
                    "sscc": .string(LabelJob(row).key),
                ]
                if let reason = row["reason"] as String? { object["reason"] = .string(reason) }
                if let outcome = row["outcome"] as String? { object["outcome"] = .string(outcome) }
                return .object(object)
            })
    }
}

extension Site {
    /// Jobs that wait for the spool, oldest first.
    public func queuedLabels(limit: Int) throws(SiteError) -> [LabelJob] {
        try labels(in: "queued", limit: limit)
    }

    /// Jobs whose file lies with a printer, oldest first.
    public func spooledLabels(limit: Int) throws(SiteError) -> [LabelJob] {
        try labels(in: "spooled", limit: limit)
    }

    private func labels(in state: String, limit: Int) throws(SiteError) -> [LabelJob] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM label_job WHERE state = ? ORDER BY id LIMIT ?", arguments: [state, limit]
            ).map(LabelJob.init)
        }
    }
}
