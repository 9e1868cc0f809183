public import Domain

extension LabelTable {
    private static let insert = SQL(
        """
        INSERT INTO label_job (parcel, printer, template, data, sscc, copy, reason, state, queued_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, \(sql: LabelState.queued), ?) RETURNING \(LabelJob.columns)
        """)
    private static let requeue = SQL(
        """
        UPDATE label_job SET state = \(sql: LabelState.queued), spooled_at = NULL WHERE id = ? AND state = ?
        RETURNING \(LabelJob.columns)
        """)
    private static let spool = SQL(
        """
        UPDATE label_job SET state = \(sql: LabelState.spooled), spooled_at = ? WHERE id = ? AND state = ?
        RETURNING \(LabelJob.columns)
        """)
    private static let end = SQL(
        """
        UPDATE label_job SET state = ?, outcome = ?, ended_at = ? WHERE id = ? AND state = ?
        RETURNING \(LabelJob.columns)
        """)
    private static let readdress = SQL(
        """
        UPDATE label_job SET state = \(sql: LabelState.queued), printer = ?, outcome = NULL, ended_at = NULL
        WHERE id = ? AND state IN (\(sql: LabelState.queued, .failed)) RETURNING \(LabelJob.columns)
        """)
    private static let removeParcel: SQL = "DELETE FROM label_job WHERE parcel = ?"

    /// Queues a label for its printer.
    public func insert(_ new: NewLabelJob, at now: Instant) throws(Refusal) -> LabelJob {
        precondition(new.copy >= 0)
        try checkInitial(LabelState.queued)
        let inserted = try db.first(
            Self.insert, new.parcel, new.printer, new.template,
            StoredText(new.data.description, as: .document, by: db.compression), new.sscc, new.copy, new.reason,
            now, read: read)
        guard let job = inserted else { throw .missingRow("label_job", "of parcel \(new.parcel)") }
        return job
    }

    /// Moves a job along a legal edge, and writes down when.
    ///
    /// - Parameter reason: why, where it failed or was voided.
    /// - Throws: ``Refusal/wrongState(thing:state:wanted:)`` where there is no such edge.
    @discardableResult
    public func move(
        _ job: LabelJob, to state: LabelState, reason: String? = nil, at now: Instant
    ) throws(Refusal) -> LabelJob {
        try job.state.checkStep(to: state, of: job.row.description)
        switch state {
        case .queued:
            return try found(try db.first(Self.requeue, job.row, job.state, read: read), job.row)
        case .spooled:
            return try found(try db.first(Self.spool, now, job.row, job.state, read: read), job.row)
        case .printed, .failed, .voided, .unknown:
            return try found(
                try db.first(Self.end, state, reason, now, job.row, job.state, read: read), job.row)
        }
    }

    /// Moves a job that waits, or has failed without ever being spooled, to another printer, with its place in the
    /// order.
    @discardableResult
    public func readdress(_ job: LabelJob, to printer: PrinterName) throws(Refusal) -> LabelJob {
        if job.state != .queued { try job.state.checkStep(to: .queued, of: job.row.description) }
        return try found(try db.first(Self.readdress, printer, job.row, read: read), job.row)
    }

    /// Removes the labels of a parcel whose order has been archived.
    public func removeArchived(_ parcel: ParcelRow) throws(Refusal) { try db.run(Self.removeParcel, parcel) }

    private func found(_ job: LabelJob?, _ row: LabelRow) throws(Refusal) -> LabelJob {
        guard let job else { throw .missingRow("label_job", row) }
        return job
    }
}
