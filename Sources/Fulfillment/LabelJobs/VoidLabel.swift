import JSON

extension Transaction {
    /// `label.void`: the label holds no longer, its SSCC is never used again, and the parcel is open: closing it
    /// anew gives it another.
    ///
    /// Before this is decided the daemon has taken back what still lay in the spool; those jobs are queued.
    func voidLabel(_ params: Params) throws(Refusal) -> JSONValue {
        let (parcel, sscc) = try parcelToVoid(params)
        let reason = try params.text("reason")
        var labels: [JSONValue] = []
        for job in try self.labels(of: parcel, sscc) {
            try job.state.checkStep(to: .voided, of: String(job.number))
            try run(
                "UPDATE label_job SET state = 'voided', outcome = ?, settled_at = ? WHERE id = ?",
                [reason, now.millisecondsSince1970, job.number])
            labels.append(["job": .int(job.number), "taken_back": .bool(!mayBeOut(job))])
        }
        try setParcel(parcel, to: .open)
        try run("UPDATE parcel SET sscc = NULL, closed_at = NULL WHERE id = ?", [parcel.row])
        try tellVoided(parcel, sscc, reason)
        try moveBenches(at: parcel)
        return ["parcel": .int(parcel.row.number), "sscc": .string(sscc), "labels": .array(labels)]
    }

    /// The parcel whose label is to be voided, and the SSCC on it.
    func parcelToVoid(_ params: Params) throws(Refusal) -> (parcel: Parcel, sscc: String) {
        let parcel = try labelledParcel(params)
        try parcel.state.checkStep(to: .open, of: parcel.sscc ?? parcel.row.description)
        guard let sscc = parcel.sscc else {
            throw .wrongState(
                thing: "parcel \(parcel.row)", state: "without a label", wanted: "closed or labelled")
        }
        return (parcel, sscc)
    }

    /// The jobs that carry a parcel's SSCC and hold.
    func labels(of parcel: Parcel, _ sscc: String) throws(Refusal) -> [LabelJob] {
        try rows(
            "SELECT * FROM label_job WHERE parcel = ? AND sscc = ? AND state <> 'voided' ORDER BY id",
            [parcel.row, sscc]
        ).map(LabelJob.init)
    }

    /// What was told of the parcel is taken back: that it was labelled, and that its order was packed.
    private func tellVoided(_ parcel: Parcel, _ sscc: String, _ reason: String) throws(Refusal) {
        let order = try order(parcel.order)
        let stage = try settleStage(of: order.row)
        guard parcel.state == .labelled else { return }
        try emit(
            .parcelVoided, of: order.id.text, in: order.warehouse,
            [
                "order_id": .string(order.id.text), "sscc": .string(sscc), "parcel": .int(parcel.number),
                "reason": .string(reason), "undoes": try lastTold(.parcelLabelled, of: order, sscc: sscc),
            ])
        guard stage.before == .packed else { return }
        try emit(
            .orderUnpacked, of: order.id.text, in: order.warehouse,
            [
                "order_id": .string(order.id.text), "reason": .string(reason),
                "undoes": try lastTold(.orderPacked, of: order, sscc: nil),
            ])
    }

    /// The number of the last event of a type about an order, or about one parcel of it.
    private func lastTold(_ type: EventType, of order: Order, sscc: String?) throws(Refusal) -> JSONValue {
        let sequence = try value(
            Int.self,
            """
            SELECT max(sequence) FROM event WHERE subject = ?1 AND type = ?2
                AND (?3 IS NULL OR json_extract(body, '$.data.sscc') = ?3)
            """, [order.id.text, type.rawValue, sscc])
        return sequence.map { .string(String($0)) } ?? .null
    }

    /// A bench that is at a parcel goes on from where the parcel now stands.
    func moveBenches(at parcel: Parcel) throws(Refusal) {
        let benches = try rows(
            "SELECT * FROM session WHERE ended_at IS NULL AND json_extract(dialogue, '$.parcel') = ?",
            [parcel.row])
        let place = try place(of: try self.parcel(parcel.row))
        for bench in benches.map(Session.init) { _ = try advance(bench, to: .packing(place)) }
    }
}
