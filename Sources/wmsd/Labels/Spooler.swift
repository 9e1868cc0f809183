import Domain
import Fulfillment
import LabelSpool
import Logging
import NIOCore
import Synchronization

/// Writes queued label jobs into their printers' spool folders, and stores what feeders have made of them.
///
/// The process may end at any moment without a label lost or printed twice. A job's file name follows from its
/// number, SSCC and copy alone, so after a restart a job whose file is found is not written again; a job whose
/// file had been written and is gone is reported, and not printed again unless somebody asks for it.
///
/// Not reentrant: a caller waits for one round to end before it begins the next.
actor Spooler {
    /// Labels that share one sync of the disk. With more of them the first label of a batch, and a command that
    /// takes labels back, would wait longer.
    static let labelsPerBatch = 32
    /// Files searched for, and outcomes stored, in one round for one printer.
    static let namesPerRound = 500

    let jobStore: any LabelJobStore
    let folders: SpoolFolders
    let logger: Logger
    let drawer: any LabelDrawing
    private let clock: @Sendable () -> Instant
    private nonisolated let loop: any EventLoop
    private nonisolated let delays = Mutex<[String: PrinterDelay]>([:])
    /// Called with every folder that is opened.
    let onOpen: @Sendable (_ folder: String) -> Void
    /// Files in `done` and `failed` whose jobs are not in the database: logged once and left alone.
    var unknownFiles: Set<SpoolName> = []
    /// The highest job number that this run may have written a file for, by printer.
    private(set) var newestAttempted: [String: LabelRow] = [:]
    /// The highest job number that runs before this one may have written a file for.
    var newestAtStart = LabelRow.highest
    /// The last job that the search for vanished files has checked, by printer; nil where it begins anew.
    var searched: [String: LabelRow] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    /// - Parameter loop: a loop that nothing else uses: drawing and syncing block it.
    init(
        _ jobStore: any LabelJobStore, drawer: sending any LabelDrawing, folders: sending SpoolFolders,
        on loop: any EventLoop,
        clock: @escaping @Sendable () -> Instant, logger: Logger,
        onOpen: @escaping @Sendable (_ folder: String) -> Void = { _ in }
    ) {
        self.jobStore = jobStore
        self.drawer = drawer
        self.folders = folders
        self.loop = loop
        self.clock = clock
        self.logger = logger
        self.onOpen = onOpen
    }

    func name(of job: LabelJob) throws(SpoolError) -> SpoolName {
        try SpoolName(job, in: drawer.language(of: job.printer.text))
    }

    // MARK: Writing

    /// Writes a batch for every printer that has queued labels, and stores the outcomes together.
    ///
    /// - Parameter isCommandWaiting: asked after each label that is drawn. Where one waits, each batch ends there: so
    ///   it waits for one label of each printer at most, and no printer for the end of the commands.
    /// - Returns: whether there are more that can be written now.
    func writeQueued(unless isCommandWaiting: @escaping @Sendable () -> Bool = { false }) async -> Bool {
        var outcomes: [LabelFinding] = []
        var isMoreWaiting = false
        let printers = await jobStore.printersWithQueuedLabels()
        forgetDelays(except: printers)
        for printer in printers where mayTry(.write, printer) {
            let jobs = await jobStore.queuedLabels(for: printer, limit: Self.labelsPerBatch)
            let written = await attempt(.write, printer) { spooler, folder throws(SpoolError) in
                try spooler.write(jobs, to: folder, unless: isCommandWaiting)
            }
            switch written {
            case .done(let batch):
                outcomes += batch.outcomes
                if let fault = batch.fault {
                    await delay(printer, .draw, fault)
                } else {
                    endDelay(printer, .draw)
                }
                let isCutShort = batch.outcomes.count < jobs.count
                if batch.fault == nil, isCutShort || jobs.count == Self.labelsPerBatch { isMoreWaiting = true }
            case .waiting: break
            case .hopeless(let reason): outcomes += jobs.map { LabelFinding(.failed, of: $0, reason: reason) }
            }
        }
        if outcomes.isEmpty { return false }
        return await jobStore.record(outcomes) != nil && isMoreWaiting
    }

    /// The outcomes of the first jobs of a batch.
    private struct Batch {
        var outcomes: [LabelFinding] = []
        /// Why the next job waits, and with it all that follow.
        var fault: String?
    }

    /// Writes the labels that are not in the spool yet, at least the first of them.
    private func write(
        _ jobs: [LabelJob], to folder: SpoolFolder, unless isCommandWaiting: () -> Bool
    ) throws(SpoolError) -> Batch {
        var labels: [SpoolLabel] = []
        var batch = Batch()
        for job in jobs {
            if !labels.isEmpty, isCommandWaiting() { break }
            let name = try name(of: job)
            if try folder.place(of: name) != nil {
                batch.outcomes.append(LabelFinding(.spooled, of: job))
                continue
            }
            do throws(DrawingFault) {
                labels.append(SpoolLabel(name: name, bytes: try drawer.bytes(of: job)))
                batch.outcomes.append(LabelFinding(.spooled, of: job))
            } catch {
                // Labels are printed in the order of their jobs, so those that follow wait too.
                if case .template(let fault) = error {
                    batch.fault = fault
                    break
                }
                logger.error(
                    "a label cannot be drawn", metadata: ["job": "\(job.row)", "error": "\(error)"])
                batch.outcomes.append(LabelFinding(.failed, of: job, reason: "\(error)"))
            }
        }
        if labels.count < batch.outcomes.count { try folder.confirm() }
        if let last = jobs.prefix(batch.outcomes.count).last?.row {
            newestAttempted[folder.printer] = max(newestAttempted[folder.printer] ?? last, last)
        }
        try folder.write(labels)
        return batch
    }

    // MARK: Folders that fail

    /// How an operation in a printer's folder ended.
    enum Attempt<Value> {
        case done(Value)
        /// The folder cannot be used now; it is tried again later.
        case waiting
        /// Trying again cannot help.
        case hopeless(String)
    }

    /// Runs an operation in a printer's folder, which is opened and reconciled first where it is not open. A fault
    /// delays the printer's labels and is reported once.
    func attempt<Value>(
        _ operation: SpoolOperation, _ printer: String,
        _ work: (isolated Spooler, SpoolFolder) throws(SpoolError) -> Value
    ) async -> Attempt<Value> {
        do throws(SpoolError) {
            if folders.opened(of: printer) == nil { try await reconcile(try folders.folder(of: printer)) }
            let value = try work(self, try folders.folder(of: printer))
            endDelay(printer, operation)
            return .done(value)
        } catch  where error.isRetryable {
            // A folder that cannot even be read is opened, and what is missing of it made, at the next try.
            if operation == .read { folders.close(printer) }
            await delay(printer, operation, "\(error)")
            return .waiting
        } catch { return .hopeless("\(error)") }
    }

    /// The printers whose folders cannot be used now, by name.
    nonisolated var faults: [PrinterDelay] {
        delays.withLock { $0.values.sorted { $0.printer < $1.printer } }
    }

    func mayTry(_ operation: SpoolOperation, _ printer: String) -> Bool {
        let now = clock()
        return delays.withLock { $0[printer]?.mayTry(operation, at: now) ?? true }
    }

    /// An operation has succeeded.
    private func endDelay(_ printer: String, _ operation: SpoolOperation) {
        delays.withLock { if $0[printer]?.ends(with: operation) == true { $0[printer] = nil } }
    }

    private func delay(_ printer: String, _ operation: SpoolOperation, _ reason: String) async {
        let now = clock()
        var delay = delays.withLock { $0[printer] } ?? PrinterDelay(printer, at: now)
        delay.fail(operation, reason, at: now)
        if !delay.isReported {
            logger.error(
                "labels wait for their spool folder or template",
                metadata: ["printer": "\(printer)", "error": "\(reason)"])
            delay.isReported = await jobStore.reportWait(for: printer, reason: reason)
        }
        let changed = delay
        delays.withLock { $0[printer] = changed }
    }

    /// Ends the delays for writing and drawing of printers that have no queued labels any more.
    private func forgetDelays(except printers: [String]) {
        delays.withLock { delays in
            delays = delays.filter { $0.value.operation == .read || printers.contains($0.key) }
        }
    }
}

extension LabelRow {
    /// Above every job's number: where nothing is known, any job may be meant.
    static var highest: LabelRow { LabelRow(.max) }
}

extension SpoolName {
    /// The job whose file it is.
    var job: LabelRow { LabelRow(sequence) }

    init(_ job: LabelJob, in language: LabelLanguage) throws(SpoolError) {
        let family = job.template.prefix { $0 != "-" }
        try self.init(
            sequence: job.row.number, kind: String(family), key: job.key, copy: job.copy, language: language)
    }
}
