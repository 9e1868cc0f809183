import JSON

extension Transaction {
    /// `label.move`: jobs that wait, or have failed without ever coming out, go to another printer, each with its
    /// place in the print order.
    ///
    /// Before this is decided the daemon has taken back what still lay in the spool; those jobs are queued.
    func moveLabels(_ params: Params) throws(Refusal) -> JSONValue {
        let jobs = try labelsToMove(params)
        let printer = try params.text("printer")
        var moved: [JSONValue] = []
        for job in jobs where [.queued, .failed].contains(job.state) && !mayBeOut(job) {
            try run(
                "UPDATE label_job SET state = 'queued', printer = ?, outcome = NULL, settled_at = NULL WHERE id = ?",
                [printer, job.number])
            moved.append(.int(job.number))
        }
        if let job = jobs.first, moved.isEmpty, params.has("job") {
            throw .wrongState(
                thing: "label \(job.number)", state: whereItIs(job), wanted: "waiting; reprint it instead")
        }
        return ["printer": .string(printer), "moved": .array(moved)]
    }

    private func whereItIs(_ job: LabelJob) -> String {
        if unseenLabels.contains(job.number) {
            return "perhaps in the folder of \(job.printer), which cannot be used"
        }
        return job.state == .spooled ? "with the feeder of \(job.printer)" : job.state.rawValue
    }

    /// One job, or the oldest of a printer that wait, or that have failed before they came out and of which no copy
    /// has come out since.
    func labelsToMove(_ params: Params) throws(Refusal) -> [LabelJob] {
        let printer = try self.printer(try params.text("printer"))
        guard let from = try params.optionalText("from") else { return [try label(params)] }
        guard from != printer else {
            throw .badParams(param: "from", problem: "\(from) is the printer that the labels are to go to")
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
