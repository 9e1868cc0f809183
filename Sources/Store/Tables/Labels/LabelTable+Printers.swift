public import Domain

/// What the spooler asks. The states stand in the statements, so that their indexes of waiting jobs can be used.
extension LabelTable {
    private static let queued = SQL(
        """
        SELECT \(LabelJob.columns) FROM label_job WHERE state = \(sql: LabelState.queued) AND printer = ? AND id > ?
        ORDER BY id LIMIT ?
        """)
    private static let spooled = SQL(
        """
        SELECT \(LabelJob.columns) FROM label_job WHERE state = \(sql: LabelState.spooled) AND printer = ? AND id > ?
        ORDER BY id LIMIT ?
        """)
    private static let printersWithQueued = printers(in: .queued)
    private static let printersWithSpooled = printers(in: .spooled)
    private static let unfinished = SQL(
        """
        SELECT \(LabelJob.columns) FROM (
            SELECT * FROM label_job WHERE state = \(sql: LabelState.queued) AND printer = ?1
            UNION ALL SELECT * FROM label_job WHERE state = \(sql: LabelState.spooled) AND printer = ?1
            UNION ALL SELECT * FROM label_job WHERE state = \(sql: LabelState.failed) AND spooled_at IS NULL
                AND printer = ?1
                AND NOT EXISTS (
                    SELECT 1 FROM label_job AS later WHERE later.parcel = label_job.parcel AND later.id > label_job.id
                        AND later.state IN (\(sql: LabelState.spooled, .printed))))
        ORDER BY id LIMIT ?2
        """)
    private static let queues = SQL(
        """
        SELECT printer, sum(state = \(sql: LabelState.queued)), sum(state = \(sql: LabelState.spooled)), min(id), min(queued_at)
        FROM (SELECT printer, state, id, queued_at FROM label_job INDEXED BY label_open_queued
            WHERE state = \(sql: LabelState.queued)
              UNION ALL
              SELECT printer, state, id, queued_at FROM label_job INDEXED BY label_open_spooled
                  WHERE state = \(sql: LabelState.spooled))
        GROUP BY printer ORDER BY printer
        """,
        mayScan: "status counts the labels that wait; those that came out are in neither index")

    /// Each step of the recursion looks up the next name in the index.
    private static func printers(in state: LabelState) -> SQL {
        SQL(
            """
            WITH RECURSIVE found (printer) AS (
                SELECT min(printer) FROM label_job INDEXED BY label_open_\(state.rawValue) WHERE state = \(sql: state)
                UNION ALL
                SELECT (SELECT min(printer) FROM label_job INDEXED BY label_open_\(state.rawValue)
                        WHERE state = \(sql: state) AND printer > found.printer)
                FROM found WHERE found.printer IS NOT NULL)
            SELECT printer FROM found WHERE printer IS NOT NULL
            """)
    }

    /// Jobs that wait for a printer's spool folder, oldest first.
    public func queued(
        for printer: PrinterName, after row: LabelRow? = nil, limit: Int
    ) throws(Refusal) -> [LabelJob] {
        try db.all(Self.queued, printer, row?.number ?? 0, limit, read: read)
    }

    /// Jobs whose file lies in a printer's spool folder, oldest first.
    public func spooled(
        for printer: PrinterName, after row: LabelRow? = nil, limit: Int
    ) throws(Refusal) -> [LabelJob] {
        try db.all(Self.spooled, printer, row?.number ?? 0, limit, read: read)
    }

    /// The printers for which jobs wait, by name.
    ///
    /// - Complexity: O(printers · log jobs); the jobs that wait are not counted.
    public func printersWithQueued() throws(Refusal) -> [PrinterName] {
        try db.all(Self.printersWithQueued) { (columns) throws(Refusal) in try columns.id() }
    }

    /// The printers in whose folders labels lie, by name.
    ///
    /// - Complexity: O(printers · log jobs).
    public func printersWithSpooled() throws(Refusal) -> [PrinterName] {
        try db.all(Self.printersWithSpooled) { (columns) throws(Refusal) in try columns.id() }
    }

    /// The oldest jobs of a printer that are queued or spooled, or that failed before they were spooled and of which no
    /// copy has been spooled since.
    public func unfinished(for printer: PrinterName, limit: Int) throws(Refusal) -> [LabelJob] {
        try db.all(Self.unfinished, printer, limit, read: read)
    }

    /// Every printer that labels wait for, by name.
    ///
    /// - Complexity: linear in the labels that wait, not in those that were ever printed.
    public func queues() throws(Refusal) -> [PrinterQueue] {
        try db.all(Self.queues) { (columns) throws(Refusal) in
            PrinterQueue(
                printer: try columns.id(), queued: try columns.int(), spooled: try columns.int(),
                oldest: try columns.row(), waitsSince: try columns.instant())
        }
    }
}
