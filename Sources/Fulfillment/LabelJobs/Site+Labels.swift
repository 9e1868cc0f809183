public import Domain
import Operations
public import Store

/// What the daemon asks of the label jobs between its decisions.
extension Site {
    /// The printers for which jobs wait, by name.
    ///
    /// - Complexity: O(printers · log jobs); the jobs that wait are not counted.
    public func printersWithQueuedLabels() throws(StoreError) -> [PrinterName] {
        try read { (store) throws(Refusal) in try store.labels.printersWithQueued() }
    }

    /// The printers in whose folders labels lie, by name.
    public func printersWithSpooledLabels() throws(StoreError) -> [PrinterName] {
        try read { (store) throws(Refusal) in try store.labels.printersWithSpooled() }
    }

    /// Jobs that wait for a printer's spool folder, oldest first.
    public func queuedLabels(for printer: PrinterName, limit: Int) throws(StoreError) -> [LabelJob] {
        try read { (store) throws(Refusal) in try store.labels.queued(for: printer, limit: limit) }
    }

    /// Jobs whose file lies in a printer's spool folder, oldest first.
    ///
    /// - Parameter row: the job after which they begin; nil for the first.
    public func spooledLabels(
        for printer: PrinterName, after row: LabelRow?, limit: Int
    ) throws(StoreError) -> [LabelJob] {
        try read { (store) throws(Refusal) in
            try store.labels.spooled(for: printer, after: row, limit: limit)
        }
    }

    /// The jobs of these numbers, those that there are.
    public func labels(numbered rows: [LabelRow]) throws(StoreError) -> [LabelJob] {
        try read { (store) throws(Refusal) in try store.labels.labels(numbered: rows) }
    }

    /// The number of the newest job; 0 before the first.
    public func newestLabel() throws(StoreError) -> LabelRow {
        try read { (store) throws(Refusal) in try store.labels.newest() }
    }

    /// The jobs whose files must be out of the feeders' reach before a command is decided.
    ///
    /// None where the command will be refused, or has been decided before.
    public func labelsToWithdraw(for command: Command, at now: Instant) throws(StoreError) -> [LabelJob] {
        guard let rule = command.operation as? any WithdrawsLabels else { return [] }
        return try read { (store) throws(Refusal) in
            if let id = command.commandID, try store.commands.isKnown(id, of: command.actor.userID) {
                return []
            }
            do throws(Refusal) {
                return try rule.labelsToWithdraw(in: transaction(at: now, for: command))
            } catch {
                if error.endsTheTransaction { throw error }
                return []
            }
        }
    }
}
