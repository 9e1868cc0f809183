import Domain
import Fulfillment
import LineProtocol
import Operations
import Store

/// The label jobs as the spooler reads and changes them.
///
/// Where jobs cannot be read now there are none, and the spooler has nothing to do.
protocol LabelJobStore: Sendable {
    func printersWithQueuedLabels() async -> [String]
    func printersWithSpooledLabels() async -> [String]
    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob]
    func spooledLabels(for printer: String, after row: LabelRow?, limit: Int) async -> [LabelJob]
    /// Nil where that cannot be known now.
    func labels(numbered rows: [LabelRow]) async -> [LabelJob]?
    /// The number of the newest job; nil where that cannot be known now.
    func newestLabel() async -> LabelRow?
    /// Stores outcomes, all or none.
    ///
    /// - Returns: the jobs that are known; nil where nothing could be stored.
    func record(_ outcomes: [LabelFinding]) async -> Set<LabelRow>?
    /// Reports that a printer's labels wait.
    ///
    /// - Returns: whether that is stored.
    func reportWait(for printer: String, reason: String) async -> Bool
}

/// The label jobs in the decider's database.
struct DeciderLabelJobStore: LabelJobStore {
    let decider: Decider

    func printersWithQueuedLabels() async -> [String] {
        await read { site throws(StoreError) in try site.printersWithQueuedLabels().map(\.text) } ?? []
    }

    func printersWithSpooledLabels() async -> [String] {
        await read { site throws(StoreError) in try site.printersWithSpooledLabels().map(\.text) } ?? []
    }

    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob] {
        await read { site throws(StoreError) in
            try site.queuedLabels(for: PrinterName(printer), limit: limit)
        } ?? []
    }

    func spooledLabels(for printer: String, after row: LabelRow?, limit: Int) async -> [LabelJob] {
        await read { site throws(StoreError) in
            try site.spooledLabels(for: PrinterName(printer), after: row, limit: limit)
        } ?? []
    }

    func labels(numbered rows: [LabelRow]) async -> [LabelJob]? {
        await read { site throws(StoreError) in try site.labels(numbered: rows) }
    }

    func newestLabel() async -> LabelRow? {
        await read { site throws(StoreError) in try site.newestLabel() }
    }

    func record(_ outcomes: [LabelFinding]) async -> Set<LabelRow>? {
        let reply = await decider.outcome(of: LabelsRecord(outcomes))
        return (try? LabelsRecord.Result(of: reply)).map { Set($0.known) }
    }

    func reportWait(for printer: String, reason: String) async -> Bool {
        let reply = await decider.outcome(of: LabelsWait(PrinterName(printer), reason: reason))
        return (try? LabelsWait.Result(of: reply)) != nil
    }

    /// The jobs whose files must be out of the feeders' reach before `command` is decided.
    ///
    /// - Returns: a failure where they cannot be known now: the command is not to be decided then, because labels
    ///   would be void that a feeder may still print.
    func labelsToWithdraw(for command: Command) async -> Result<[LabelJob], ProtocolError> {
        await withCheckedContinuation { continuation in
            decider.read(
                { site, now in
                    do throws(StoreError) {
                        let jobs = try site.labelsToWithdraw(for: command, at: now)
                        continuation.resume(returning: .success(jobs))
                    } catch { continuation.resume(returning: .failure(ProtocolError(commitFailure: error))) }
                }, refuse: { continuation.resume(returning: .failure(.shuttingDown)) })
        }
    }

    func decide(_ command: Command) async -> Reply { await decider.outcome(of: command) }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Site) throws(StoreError) -> Value
    ) async -> Value? {
        await decider.value { (site, _) throws(StoreError) in try body(site) }
    }
}
