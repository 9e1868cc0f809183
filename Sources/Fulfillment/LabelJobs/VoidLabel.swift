import Domain
import Operations

/// The label holds no longer, its SSCC is never used again, and the parcel is open: closing it anew gives it another.
///
/// Before this is decided the daemon has taken back what still lay in the spool; those jobs are queued.
extension LabelVoid: Rule {
    func decide(in site: Transaction) throws(Refusal) -> VoidedLabels {
        try site.voidLabel(of: try site.labelledParcel(parcel, job: job), reason: reason)
    }
}

extension Transaction {
    func voidLabel(of named: Parcel, reason: String) throws(Refusal) -> VoidedLabels {
        let (parcel, sscc) = try parcelToVoid(named)
        var result = VoidedLabels()
        (result.parcel, result.sscc) = (parcel.row, sscc)
        for job in try self.labels(of: parcel, sscc) {
            try job.state.checkStep(to: .voided, of: String(job.number))
            try run(
                "UPDATE label_job SET state = 'voided', outcome = ?, settled_at = ? WHERE id = ?",
                [reason, now.millisecondsSince1970, job.number])
            var voided = VoidedLabels.Job()
            (voided.job, voided.isTakenBack) = (LabelRow(job.number), !mayBeOut(job))
            result.labels.append(voided)
        }
        try setParcel(parcel, to: .open)
        try run("UPDATE parcel SET sscc = NULL, closed_at = NULL WHERE id = ?", [parcel.row])
        try emitVoided(parcel, sscc, reason)
        try moveBenches(at: parcel)
        return result
    }

    /// A parcel whose label may be voided, and the SSCC on it.
    func parcelToVoid(_ parcel: Parcel) throws(Refusal) -> (parcel: Parcel, sscc: String) {
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

    /// What others know of the parcel is taken back: that it was labelled, and that its order was packed.
    private func emitVoided(_ parcel: Parcel, _ sscc: String, _ reason: String) throws(Refusal) {
        let order = try order(parcel.order)
        let stage = try renewStage(of: order.row)
        guard parcel.state == .labelled else { return }
        var data = ParcelVoided()
        (data.order, data.sscc, data.number, data.reason) = (order.id, sscc, parcel.number, reason)
        data.undoes = try lastEvent(.parcelLabelled, of: order, sscc: sscc)
        try emit(data, of: order)
        guard stage.before == .packed else { return }
        var unpacked = OrderUnpacked()
        (unpacked.order, unpacked.reason) = (order.id, reason)
        unpacked.undoes = try lastEvent(.orderPacked, of: order, sscc: nil)
        try emit(unpacked, of: order)
    }

    /// The number of the last event of a type about an order, or about one parcel of it.
    func lastEvent(_ type: EventType, of order: Order, sscc: String?) throws(Refusal) -> Int? {
        try value(
            Int.self,
            """
            SELECT max(sequence) FROM event WHERE subject = ?1 AND type = ?2
                AND (?3 IS NULL OR json_extract(body, '$.data.sscc') = ?3)
            """, [order.id.text, type.rawValue, sscc])
    }

    /// A bench that is at a parcel goes on from where the parcel now stands.
    func moveBenches(at parcel: Parcel) throws(Refusal) {
        let benches = try rows(
            "SELECT * FROM session WHERE ended_at IS NULL AND json_extract(dialogue, '$.parcel') = ?",
            [parcel.row])
        let place = try place(of: try self.parcel(parcel.row))
        for bench in try benches.map(Session.init) { _ = try advance(bench, to: .packing(place)) }
    }
}
