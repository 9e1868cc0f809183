import Domain
import Operations

/// What became of a job at a printer whose feeder says so itself.
extension LabelOutcome: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let label = try site.label(named: job)
        if outcome != label.state {
            try label.state.checkStep(to: outcome, of: String(label.number))
            // A feeder may be quicker than the book; what it has, has come out.
            if label.state == .queued { try site.set(label, to: .spooled, reason: nil) }
            try site.set(label, to: outcome, reason: reason)
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
            guard let job = try site.label(found.job.number), job.key == found.key, job.copy == found.copy
            else { continue }
            result.known.append(found.job)
            if job.state.mayBecome(found.state) { try site.set(job, to: found.state, reason: found.reason) }
        }
        return result
    }
}

/// Says that labels of a printer cannot be written, by the oldest of them.
extension LabelsWait: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        let oldest = try site.value(
            Int.self, "SELECT id FROM label_job WHERE printer = ? AND state = 'queued' ORDER BY id LIMIT 1",
            [printer])
        guard let oldest, let job = try site.label(oldest) else { return result }
        try site.emitFailed(job, "waiting", reason)
        result.job = LabelRow(job.number)
        return result
    }
}

extension Transaction {
    fileprivate func set(_ job: LabelJob, to next: LabelState, reason: String?) throws(Refusal) {
        let time = now.millisecondsSince1970
        switch next {
        case .queued:
            try run("UPDATE label_job SET state = 'queued', spooled_at = NULL WHERE id = ?", [job.number])
        case .spooled:
            try run(
                "UPDATE label_job SET state = 'spooled', spooled_at = ? WHERE id = ?", [time, job.number])
        default:
            try run(
                "UPDATE label_job SET state = ?, outcome = ?, settled_at = ? WHERE id = ?",
                [next.rawValue, reason, time, job.number])
        }
        if next == .failed || next == .unknown { try emitFailed(job, next.rawValue, reason ?? next.rawValue) }
    }

    fileprivate func emitFailed(_ job: LabelJob, _ state: String, _ reason: String) throws(Refusal) {
        var data = LabelFailed()
        (data.job, data.printer, data.sscc) = (LabelRow(job.number), PrinterName(job.printer), job.key)
        (data.state, data.reason) = (state, reason)
        try emit(data, of: try order(try parcel(job.parcel).order))
    }
}
