import Domain
import Operations

/// Records the outcome of a job, as reported by the feeder of its printer.
extension LabelOutcome: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var label = try site.label(job)
        if outcome != label.state {
            try label.state.checkStep(to: outcome, of: label.row.description)
            // A feeder may report a label before it is stored here that its file was written.
            if label.state == .queued { label = try site.move(label, to: .spooled, reason: nil) }
            if label.state != outcome { label = try site.move(label, to: outcome, reason: reason) }
        }
        var result = Result()
        (result.job, result.state) = (job, outcome)
        return result
    }
}

/// What the daemon found in the spool folders. Answers with the jobs that it knows; a file of any other job is
/// not this history's.
extension LabelsRecord: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        for found in outcomes {
            guard let job = try site.store.labels.label(found.job), job.key == found.key,
                job.copy == found.copy
            else { continue }
            result.known.append(found.job)
            if job.state.mayBecome(found.state) {
                _ = try site.move(job, to: found.state, reason: found.reason)
            }
        }
        return result
    }
}

/// Says that labels of a printer cannot be written, by the oldest of them.
extension LabelsWait: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        guard let oldest = try site.store.labels.queued(for: printer, limit: 1).first else { return result }
        try site.emitFailed(oldest, "waiting", reason)
        result.job = oldest.row
        return result
    }
}

extension Transaction {
    fileprivate func move(
        _ job: LabelJob, to state: LabelState, reason: String?
    ) throws(Refusal) -> LabelJob {
        let moved = try store.labels.move(job, to: state, reason: reason, at: now)
        if state == .failed || state == .unknown {
            try emitFailed(job, state.rawValue, reason ?? state.rawValue)
        }
        return moved
    }

    fileprivate func emitFailed(_ job: LabelJob, _ state: String, _ reason: String) throws(Refusal) {
        var data = LabelFailed()
        (data.job, data.printer, data.sscc) = (job.row, job.printer, job.key)
        (data.state, data.reason) = (state, reason)
        try emit(data, of: try order(try parcel(job.parcel).order))
    }
}
