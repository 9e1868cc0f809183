public import Domain
import GRDB
import Operations

/// What the daemon asks of the label jobs between its decisions.
extension Site {
    /// The printers for which jobs wait, by name.
    ///
    /// - Complexity: O(printers · log jobs); the jobs that wait are not counted.
    public func printersWithQueuedLabels() throws(SiteError) -> [String] { try printers(in: "queued") }

    /// The printers in whose folders labels lie, by name.
    public func printersWithSpooledLabels() throws(SiteError) -> [String] { try printers(in: "spooled") }

    /// Jobs that wait for a printer's spool folder, oldest first.
    public func queuedLabels(for printer: String, limit: Int) throws(SiteError) -> [LabelJob] {
        try labels(in: "queued", for: printer, after: 0, limit: limit)
    }

    /// Jobs whose file lies in a printer's spool folder, by number.
    public func spooledLabels(for printer: String, after number: Int, limit: Int) throws(SiteError)
        -> [LabelJob]
    {
        try labels(in: "spooled", for: printer, after: number, limit: limit)
    }

    /// The jobs of these numbers, those that there are.
    public func labels(numbered numbers: [Int]) throws(SiteError) -> [LabelJob] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT * FROM label_job WHERE id = ?")
            return try numbers.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(LabelJob.init) }
        }
    }

    /// The number of the newest job; 0 before the first.
    public func newestLabel() throws(SiteError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT max(id) FROM label_job") ?? 0 }
    }

    /// The jobs whose files must be out of the feeders' reach before a command is decided.
    ///
    /// None where the command will be refused, or has been decided before.
    public func labelsToTakeBack(for command: Command, at now: Instant) throws(SiteError) -> [LabelJob] {
        try read { db in
            if let id = command.commandID,
                try Int.fetchOne(db, sql: "SELECT 1 FROM command WHERE command_id = ?", arguments: [id])
                    != nil
            {
                return []
            }
            return (try? jobs(of: command, in: transaction(in: db, at: now, for: command))) ?? []
        }
    }

    private func jobs(of command: Command, in tx: Transaction) throws(Refusal) -> [LabelJob] {
        switch command.operation {
        case let void as LabelVoid:
            let (parcel, sscc) = try tx.parcelToVoid(tx.labelledParcel(void.parcel, job: void.job))
            return try tx.labels(of: parcel, sscc)
        case let reopen as PackReopen:
            let (parcel, sscc) = try tx.parcelToVoid(tx.parcel(code: reopen.parcel))
            return try tx.labels(of: parcel, sscc)
        case let move as LabelMove:
            return try tx.labelsToMove(move).filter { [.queued, .spooled].contains($0.state) }
        default: return []
        }
    }

    private func printers(in state: String) throws(SiteError) -> [String] {
        // Each step of the recursion looks up the next name in the index.
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE found (printer) AS (
                        SELECT min(printer) FROM label_job WHERE state = '\(state)'
                        UNION ALL
                        SELECT (SELECT min(printer) FROM label_job WHERE state = '\(state)' AND printer > found.printer)
                        FROM found WHERE found.printer IS NOT NULL)
                    SELECT printer FROM found WHERE printer IS NOT NULL
                    """)
        }
    }

    private func labels(
        in state: String, for printer: String, after number: Int, limit: Int
    ) throws(SiteError) -> [LabelJob] {
        try read { db in
            // The state stands in the statement, so that its index of waiting jobs can be used.
            try Row.fetchAll(
                db.cachedStatement(
                    sql:
                        "SELECT * FROM label_job WHERE state = '\(state)' AND printer = ? AND id > ? ORDER BY id LIMIT ?"
                ),
                arguments: [printer, number, limit]
            ).map(LabelJob.init)
        }
    }
}
