import Domain
import GRDB
import Operations

extension LabelList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try parcel.map { (code) throws(Refusal) in try site.parcel(code: code).row }
        let found = try site.rows(
            """
            SELECT * FROM label_job WHERE id > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR printer = ?3)
                AND (?4 IS NULL OR parcel = ?4) ORDER BY id LIMIT ?5
            """, [try page.afterNumber(), state?.rawValue, printer, parcel, page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            let job = try LabelJob(row)
            var summary = LabelSummary()
            (summary.job, summary.parcel, summary.printer) = (LabelRow(job.number), job.parcel, PrinterName(job.printer))
            (summary.template, summary.copy, summary.state) = (job.template, job.copy, job.state)
            (summary.sscc, summary.reason, summary.outcome) = (job.key, row["reason"], row["outcome"])
            result.labels.append(summary)
        }
        return result
    }
}

extension Transaction {
    /// Every printer that labels wait for, with the oldest of them.
    ///
    /// - Complexity: linear in the labels that wait, not in those that were ever printed.
    func printersAtWork() throws(Refusal) -> [PrinterStatus] {
        try rows(
            """
            SELECT printer, sum(state = 'queued') AS queued, sum(state = 'spooled') AS spooled, min(id) AS oldest,
                min(queued_at) AS since
            FROM (SELECT printer, state, id, queued_at FROM label_job WHERE state = 'queued'
                  UNION ALL SELECT printer, state, id, queued_at FROM label_job WHERE state = 'spooled')
            GROUP BY printer ORDER BY printer
            """
        ).map { row in
            var status = PrinterStatus()
            (status.printer, status.queued, status.spooled) = (row["printer"], row["queued"], row["spooled"])
            status.oldestJob = row["oldest"]
            status.waitsSince = Instant(millisecondsSince1970: row["since"])
            return status
        }
    }
}
