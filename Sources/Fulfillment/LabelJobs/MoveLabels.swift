import Domain
import Operations

/// Moves jobs that wait, or have failed without ever being spooled, to another printer, each with its place in the
/// print order.
///
/// Before this is decided the daemon's label service has moved the files that no feeder had claimed out of the printer's
/// folder, and their jobs from `spooled` back to `queued`: only a job that is still `spooled` may be on paper.
extension LabelMove: WithdrawsLabels {
    func labelsToWithdraw(in site: Transaction) throws(Refusal) -> [LabelJob] {
        try site.labelsToMove(self).filter { [.queued, .spooled].contains($0.state) }
    }

    func decide(in site: Transaction) throws(Refusal) -> Result {
        let jobs = try site.labelsToMove(self)
        var result = Result()
        result.printer = printer
        for found in jobs where [.queued, .failed].contains(found.state) && !site.mayBePrinted(found) {
            try site.store.labels.readdress(found, to: printer)
            result.moved.append(found.row)
        }
        if let first = jobs.first, result.moved.isEmpty, job != nil {
            throw .wrongState(
                thing: "label \(first.row)", state: site.whereItIs(first),
                wanted: "waiting; reprint it instead")
        }
        return result
    }
}

extension Transaction {
    fileprivate func whereItIs(_ job: LabelJob) -> String {
        if unreachableLabels.contains(job.row) {
            return "perhaps in the folder of \(job.printer), which cannot be used"
        }
        return job.state == .spooled ? "with the feeder of \(job.printer)" : job.state.rawValue
    }

    /// One job, or the oldest of a printer that wait, or that failed before they were spooled and of which no copy has
    /// been spooled since.
    func labelsToMove(_ move: LabelMove) throws(Refusal) -> [LabelJob] {
        try checkPrinter(move.printer)
        if let job = move.job { return [try label(job)] }
        guard let from = move.from, from != move.printer else {
            throw .badParams(
                param: "from", problem: "\(move.printer) is the printer that the labels are to go to")
        }
        return try store.labels.unfinished(for: from, limit: Limits.labelsMovedMax)
    }
}
