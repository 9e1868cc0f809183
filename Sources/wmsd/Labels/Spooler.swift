import Domain
import Fulfillment
import LabelSpool
import Logging
import NIOCore
import Synchronization

/// Brings label jobs into their printers' spool folders, and takes down what became of them.
///
/// A stop at any moment costs nothing. A job's file name is made from its number, SSCC and copy alone; a job
/// whose file lies in the spool is not written again, and one whose file has been seen there and is gone is
/// told and never printed again by itself. One caller at a time: a round is not begun before the last has ended.
actor Spooler {
    /// Labels that share one sync: more would make the first of them, and a label to be taken back, wait longer.
    static let labelsPerBatch = 32
    /// Files looked for, and outcomes taken down, in one round for one printer.
    static let namesPerRound = 500

    let ledger: any LabelLedger
    let folders: SpoolFolders
    let logger: Logger
    let drawer: any LabelDrawing
    private let clock: @Sendable () -> Instant
    private nonisolated let loop: any EventLoop
    private nonisolated let delays = Mutex<[String: PrinterDelay]>([:])
    /// Told of every folder that is opened.
    let onOpen: @Sendable (_ folder: String) -> Void
    /// Files of jobs that this history does not know: told once and left alone.
    var strangers: Set<SpoolName> = []
    /// Up to these numbers jobs may have been written, by printer, in this run; and in runs before.
    private(set) var attempted: [String: Int] = [:]
    var newestAtStart = Int.max
    /// How far the search for vanished files has come, by printer.
    var searched: [String: Int] = [:]

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    /// - Parameter loop: a loop that nothing else uses: drawing and syncing block it.
    init(
        _ ledger: any LabelLedger, drawer: sending any LabelDrawing, folders: sending SpoolFolders,
        on loop: any EventLoop,
        clock: @escaping @Sendable () -> Instant, logger: Logger,
        onOpen: @escaping @Sendable (_ folder: String) -> Void = { _ in }
    ) {
        self.ledger = ledger
        self.drawer = drawer
        self.folders = folders
        self.loop = loop
        self.clock = clock
        self.logger = logger
        self.onOpen = onOpen
    }

    /// The printers whose folders cannot be used now, by name.
    nonisolated var faults: [PrinterDelay] {
        delays.withLock { $0.values.sorted { $0.printer < $1.printer } }
    }

    /// Writes a batch for every printer that labels wait for, and takes all of them down at once.
    ///
    /// - Returns: whether more waits that can be written now.
    func feed() async -> Bool {
        var outcomes: [LabelFinding] = []
        var isMoreWaiting = false
        let printers = await ledger.printersWithQueuedLabels()
        forgetDelays(except: printers)
        for printer in printers where mayTry(.write, printer) {
            let jobs = await ledger.queuedLabels(for: printer, limit: Self.labelsPerBatch)
            let written = await attempt(.write, printer) { spooler, folder throws(SpoolError) in
                try spooler.write(jobs, to: folder)
            }
            switch written {
            case .done(let batch):
                outcomes += batch.outcomes
                if let fault = batch.fault { await delay(printer, .draw, fault) } else { end(.draw, printer) }
                if batch.fault == nil, jobs.count == Self.labelsPerBatch { isMoreWaiting = true }
            case .waiting: break
            case .hopeless(let reason): outcomes += jobs.map { LabelFinding(.failed, of: $0, reason: reason) }
            }
        }
        if outcomes.isEmpty { return false }
        return await ledger.settle(outcomes) != nil && isMoreWaiting
    }

    /// What became of the first so many of some jobs.
    private struct Batch {
        var outcomes: [LabelFinding] = []
        /// Why the next one waits, and all behind it.
        var fault: String?
    }

    /// Writes what does not lie in the spool yet.
    private func write(_ jobs: [LabelJob], to folder: SpoolFolder) throws(SpoolError) -> Batch {
        var labels: [SpoolLabel] = []
        var batch = Batch()
        for job in jobs {
            let name = try name(of: job)
            if try folder.place(of: name) != nil {
                batch.outcomes.append(LabelFinding(.spooled, of: job))
                continue
            }
            do throws(DrawingFault) {
                labels.append(SpoolLabel(name: name, bytes: try drawer.bytes(of: job)))
                batch.outcomes.append(LabelFinding(.spooled, of: job))
            } catch {
                // Those behind it wait too: labels come out in their order.
                if case .template(let fault) = error {
                    batch.fault = fault
                    break
                }
                logger.error(
                    "a label cannot be drawn", metadata: ["job": "\(job.number)", "error": "\(error)"])
                batch.outcomes.append(LabelFinding(.failed, of: job, reason: "\(error)"))
            }
        }
        if labels.count < batch.outcomes.count { try folder.confirm() }
        attempted[folder.printer] = max(attempted[folder.printer] ?? 0, jobs.last?.number ?? 0)
        try folder.write(labels)
        return batch
    }

    func name(of job: LabelJob) throws(SpoolError) -> SpoolName {
        try SpoolName(job, in: drawer.language(of: job.printer))
    }

    // MARK: Folders that fail

    /// What became of a deed in a printer's folder.
    enum Attempt<Value> {
        case done(Value)
        /// The folder cannot be used now; it is tried again later.
        case waiting
        /// Waiting cannot help.
        case hopeless(String)
    }

    /// Does something in a printer's folder, opened and tidied where it is not open; a fault delays the printer's
    /// labels and is told once.
    func attempt<Value>(
        _ deed: PrinterDelay.Deed, _ printer: String,
        _ work: (isolated Spooler, SpoolFolder) throws(SpoolError) -> Value
    ) async -> Attempt<Value> {
        do throws(SpoolError) {
            if folders.opened(of: printer) == nil { try await tidy(try folders.folder(of: printer)) }
            let value = try work(self, try folders.folder(of: printer))
            end(deed, printer)
            return .done(value)
        } catch  where error.isWorthRetrying {
            // A folder that cannot even be read is opened, and what is missing of it made, at the next try.
            if deed == .read { folders.close(printer) }
            await delay(printer, deed, "\(error)")
            return .waiting
        } catch { return .hopeless("\(error)") }
    }

    func mayTry(_ deed: PrinterDelay.Deed, _ printer: String) -> Bool {
        let now = clock()
        return delays.withLock { $0[printer]?.mayTry(deed, at: now) ?? true }
    }

    /// A deed has come off.
    private func end(_ deed: PrinterDelay.Deed, _ printer: String) {
        delays.withLock { if $0[printer]?.ends(with: deed) == true { $0[printer] = nil } }
    }

    private func delay(_ printer: String, _ deed: PrinterDelay.Deed, _ reason: String) async {
        let now = clock()
        var delay = delays.withLock { $0[printer] } ?? PrinterDelay(printer, at: now)
        delay.fail(deed, reason, at: now)
        if !delay.isTold {
            logger.error(
                "labels wait for their spool folder or template",
                metadata: ["printer": "\(printer)", "error": "\(reason)"])
            delay.isTold = await ledger.tellWait(for: printer, reason: reason)
        }
        let told = delay
        delays.withLock { $0[printer] = told }
    }

    /// What could not be drawn or written is no fault any more when nothing waits for it.
    private func forgetDelays(except printers: [String]) {
        delays.withLock { delays in
            delays = delays.filter { $0.value.deed == .read || printers.contains($0.key) }
        }
    }
}

extension SpoolName {
    init(_ job: LabelJob, in language: LabelLanguage) throws(SpoolError) {
        let family = job.template.prefix { $0 != "-" }
        try self.init(
            sequence: job.number, kind: String(family), key: job.key, copy: job.copy, language: language)
    }
}
