import Domain
import Operations
import Store

extension LabelList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let filter = LabelTable.Filter(
            parcel: try parcel.map { (code) throws(Refusal) in try site.parcel(code: code).row },
            printer: printer, state: state)
        let found = try site.store.labels.list(filter, after: try page.afterRow(), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        (result.labels, result.hasMore) = (rows.map { LabelSummary($0) }, hasMore)
        return result
    }
}

extension LabelSummary {
    fileprivate init(_ job: LabelJob) {
        self.init()
        (self.job, parcel, printer) = (job.row, job.parcel, job.printer)
        (template, copy, state) = (job.template, job.copy, job.state)
        (sscc, reason, outcome) = (job.key, job.reason, job.outcome)
    }
}
