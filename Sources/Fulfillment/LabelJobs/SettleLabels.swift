import JSON

extension Transaction {
    /// `label.outcome`: what became of a job at a printer whose feeder says so itself.
    func settleLabel(_ params: Params) throws(Refusal) -> JSONValue {
        let job = try label(params)
        let outcome = try params.text("outcome")
        guard let next = LabelState(rawValue: outcome), [.printed, .failed].contains(next) else {
            throw .badParams(param: "outcome", problem: "\"\(outcome)\" is none of printed, failed")
        }
        if next != job.state {
            try job.state.checkStep(to: next, of: String(job.number))
            // A feeder may be quicker than the book; what it has, has come out.
            if job.state == .queued { try set(job, to: .spooled, reason: nil) }
            try set(job, to: next, reason: try params.optionalText("reason"))
        }
        return ["job": .int(job.number), "state": .string(next.rawValue)]
    }

    /// `labels.settle`: what the daemon found in the spool folders, many jobs at once (``LabelOutcome``).
    ///
    /// An outcome that has been overtaken, such as that of a voided label, changes nothing. Answers with the
    /// jobs that it knows; a file of any other job is not this history's.
    func settleLabels(_ params: Params) throws(Refusal) -> JSONValue {
        var known: [JSONValue] = []
        for entry in try params.objects("outcomes") {
            let next = LabelState(rawValue: try entry.text("outcome")) ?? .unknown
            guard let job = try label(try entry.int("job")), job.key == (try entry.text("key")),
                job.copy == (try entry.int("copy"))
            else { continue }
            known.append(.int(job.number))
            if job.state.mayBecome(next) { try set(job, to: next, reason: try entry.optionalText("reason")) }
        }
        return ["known": .array(known)]
    }

    /// `labels.wait`: tells that labels of a printer cannot be written, by the oldest of them.
    func tellWaiting(_ params: Params) throws(Refusal) -> JSONValue {
        let printer = try params.text("printer")
        let oldest = try value(
            Int.self, "SELECT id FROM label_job WHERE printer = ? AND state = 'queued' ORDER BY id LIMIT 1",
            [printer])
        guard let oldest, let job = try label(oldest) else { return [:] }
        try tellFailed(job, "waiting", try params.text("reason"))
        return ["job": .int(job.number)]
    }

    private func set(_ job: LabelJob, to next: LabelState, reason: String?) throws(Refusal) {
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
        if next == .failed || next == .unknown { try tellFailed(job, next.rawValue, reason ?? next.rawValue) }
    }

    private func tellFailed(_ job: LabelJob, _ state: String, _ reason: String) throws(Refusal) {
        let order = try order(try parcel(job.parcel).order)
        try emit(
            .labelFailed, of: order.id.text, in: order.warehouse,
            [
                "job": .int(job.number), "printer": .string(job.printer), "sscc": .string(job.key),
                "state": .string(state), "reason": .string(reason),
            ])
    }
}
