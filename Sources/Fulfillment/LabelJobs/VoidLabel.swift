import Domain
import Operations

/// Voids the label: its SSCC is never used again, and the parcel is open; closing it anew gives it another.
///
/// Before this is decided the daemon's label service has moved the files that no feeder had claimed out of the printers'
/// folders, and their jobs from `spooled` back to `queued`: only a job that is still `spooled` may be on paper.
extension LabelVoid: WithdrawsLabels {
    func labelsToWithdraw(in site: Transaction) throws(Refusal) -> [LabelJob] {
        try site.labelsToVoid(of: try site.labelledParcel(parcel, job: job))
    }

    func decide(in site: Transaction) throws(Refusal) -> VoidedLabels {
        let named = try site.labelledParcel(parcel, job: job)
        let (parcel, voided) = try site.voidLabel(of: named, reason: reason)
        try site.moveBenches(at: parcel, notice: .labelVoid(parcel.row))
        return voided
    }
}

extension Transaction {
    /// - Returns: the parcel, which is open now, and the outcomes of its labels.
    func voidLabel(
        of parcel: Parcel, reason: String
    ) throws(Refusal) -> (parcel: Parcel, voided: VoidedLabels) {
        let sscc = try parcel.numberToVoid()
        var result = VoidedLabels()
        (result.parcel, result.sscc) = (parcel.row, sscc)
        for job in try labelsToVoid(of: parcel) {
            try store.labels.move(job, to: .voided, reason: reason, at: now)
            var voided = VoidedLabels.Job()
            (voided.job, voided.isTakenBack) = (job.row, !mayBePrinted(job))
            result.labels.append(voided)
        }
        let open = try store.parcels.reopen(parcel)
        try emitVoided(parcel, sscc, reason)
        return (open, result)
    }

    /// The jobs that carry a parcel's SSCC and are not void.
    func labelsToVoid(of parcel: Parcel) throws(Refusal) -> [LabelJob] {
        try store.labels.labels(of: parcel.row, holding: try parcel.numberToVoid())
    }

    /// Emits events that undo the last one of the parcel, `parcel.closed` or `parcel.labelled`, and, where there was
    /// one, its order's `order.packed`.
    private func emitVoided(_ parcel: Parcel, _ sscc: String, _ reason: String) throws(Refusal) {
        let order = try order(parcel.order)
        let stage = try refreshStage(of: order.row)
        var data = ParcelVoided()
        (data.order, data.sscc, data.number, data.reason) = (order.id, sscc, parcel.number, reason)
        data.undoes = parcel.labelledEvent ?? parcel.closedEvent
        try emit(data, of: order)
        guard stage.before == .packed else { return }
        var unpacked = OrderUnpacked()
        (unpacked.order, unpacked.reason, unpacked.undoes) = (order.id, reason, order.packedEvent)
        try emit(unpacked, of: order)
        try store.orders.note(packedEvent: nil, of: order.row)
    }
}

extension Parcel {
    /// The number on its label, which may be voided.
    fileprivate func numberToVoid() throws(Refusal) -> String {
        try state.checkStep(to: .open, of: name)
        guard let sscc else {
            throw .wrongState(
                thing: "parcel \(row)", state: "without a label",
                wanted: ParcelState.oneOf([.closed, .labelled]))
        }
        return sscc
    }
}
