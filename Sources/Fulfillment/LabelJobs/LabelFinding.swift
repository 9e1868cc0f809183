public import Domain
public import Operations

/// What the daemon found of a job's file in the spool.
public typealias LabelFinding = LabelsRecord.Outcome

extension LabelsRecord.Outcome {
    public init(_ state: LabelState, of job: LabelJob, reason: String? = nil) {
        self.init(job: job.row, key: job.key, copy: job.copy, state: state, reason: reason)
    }
}
