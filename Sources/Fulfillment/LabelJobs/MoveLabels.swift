import Domain
import Operations

/// Jobs that wait, or have failed without ever coming out, go to another printer, each with its place in the print
/// order.
///
/// Before this is decided the daemon has taken back what still lay in the spool; those jobs are queued.
extension LabelMove: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let jobs = try site.labelsToMove(self)
        var result = Result()
        result.printer = printer
        for found in jobs where [.queued, .failed].contains(found.state) && !site.mayBeOut(found) {
            try site.run(
                "UPDATE label_job SET state = 'queued', printer = ?, outcome = NULL, settled_at = NULL WHERE id = ?",
                [printer, found.number])
            result.moved.append(LabelRow(found.number))
        }
        if let first = jobs.first, result.moved.isEmpty, job != nil {
            throw .wrongState(
                thing: "label \(first.number)", state: site.whereItIs(first), wanted: "waiting; reprint it instead")
        }
        return result
    }
}

extension Transaction {
    fileprivate func whereItIs(_ job: LabelJob) -> String {
        if unseenLabels.contains(job.number) {
            return "perhaps in the folder of \(job.printer), which cannot be used"
        }
        return job.state == .spooled ? "with the feeder of \(job.printer)" : job.state.rawValue
    }

    /// One job, or the oldest of a printer that wait, or that have failed before they came out and of which no copy
    /// has come out since.
    func labelsToMove(_ move: LabelMove) throws(Refusal) -> [LabelJob] {
        let printer = try self.printer(move.printer)
        if let job = move.job { return [try label(named: job)] }
        guard let from = move.from, from.text != printer else {
            throw .badParams(param: "from", problem: "\(printer) is the printer that the labels are to go to")
        }
        // One part for each index of jobs that are not settled.
        return try rows(
            """
            SELECT * FROM (
                SELECT * FROM label_job WHERE state = 'queued' AND printer = ?1
                UNION ALL SELECT * FROM label_job WHERE state = 'spooled' AND printer = ?1
                UNION ALL SELECT * FROM label_job WHERE state = 'failed' AND spooled_at IS NULL AND printer = ?1
                    AND NOT EXISTS (
                        SELECT 1 FROM label_job later WHERE later.parcel = label_job.parcel AND later.id > label_job.id
                            AND later.state IN ('spooled', 'printed')))
            ORDER BY id LIMIT ?2
            """, [from, Limits.labelsMovedMax]
        ).map(LabelJob.init)
    }
}
