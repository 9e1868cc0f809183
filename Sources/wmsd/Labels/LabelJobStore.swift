import Domain
import Fulfillment
import JSON
import Operations

/// A label job as the rules keep it.
typealias LabelJob = Fulfillment.LabelJob

/// The label jobs as the spooler reads and changes them.
///
/// Where jobs cannot be read now there are none, and the spooler has nothing to do.
protocol LabelJobStore: Sendable {
    func printersWithQueuedLabels() async -> [String]
    func printersWithSpooledLabels() async -> [String]
    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob]
    func spooledLabels(for printer: String, after number: Int, limit: Int) async -> [LabelJob]
    /// Nil where that cannot be known now.
    func labels(numbered numbers: [Int]) async -> [LabelJob]?
    /// The number of the newest job; nil where that cannot be known now.
    func newestLabel() async -> Int?
    /// Stores outcomes, all or none.
    ///
    /// - Returns: the jobs that are known; nil where nothing could be stored.
    func record(_ outcomes: [LabelFinding]) async -> Set<Int>?
    /// Reports that a printer's labels wait.
    ///
    /// - Returns: whether that is stored.
    func reportWait(for printer: String, reason: String) async -> Bool
}

/// The label jobs in the decider's database.
struct DeciderLabelJobStore: LabelJobStore {
    let decider: Decider

    func printersWithQueuedLabels() async -> [String] {
        await read { site throws(SiteError) in try site.printersWithQueuedLabels() } ?? []
    }

    func printersWithSpooledLabels() async -> [String] {
        await read { site throws(SiteError) in try site.printersWithSpooledLabels() } ?? []
    }

    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob] {
        await read { site throws(SiteError) in try site.queuedLabels(for: printer, limit: limit) } ?? []
    }

    func spooledLabels(for printer: String, after number: Int, limit: Int) async -> [LabelJob] {
        await read { site throws(SiteError) in
            try site.spooledLabels(for: printer, after: number, limit: limit)
        } ?? []
    }

    func labels(numbered numbers: [Int]) async -> [LabelJob]? {
        await read { site throws(SiteError) in try site.labels(numbered: numbers) }
    }

    func newestLabel() async -> Int? { await read { site throws(SiteError) in try site.newestLabel() } }

    func record(_ outcomes: [LabelFinding]) async -> Set<Int>? {
        guard case .answer(let text) = await decide(Command(own: LabelsRecord(outcomes))),
            let object = (try? JSONValue(parsing: text))?.object,
            let result = try? LabelsRecord.Result(reading: object)
        else { return nil }
        return Set(result.known.map(\.number))
    }

    func reportWait(for printer: String, reason: String) async -> Bool {
        guard case .answer = await decide(Command(own: LabelsWait(PrinterName(printer), reason: reason)))
        else { return false }
        return true
    }

    /// The jobs whose files must be out of the feeders' reach before `command` is decided.
    func labelsToTakeBack(for command: Command) async -> [LabelJob] {
        await withCheckedContinuation { continuation in
            decider.read(
                { site, now in
                    continuation.resume(returning: (try? site.labelsToTakeBack(for: command, at: now)) ?? [])
                }, refuse: { continuation.resume(returning: []) })
        }
    }

    func decide(_ command: Command) async -> Reply {
        await withCheckedContinuation { continuation in
            decider.decide(command) { continuation.resume(returning: $0) }
        }
    }

    private func read<Value: Sendable>(
        _ body: @escaping @Sendable (Site) throws(SiteError) -> Value
    ) async -> Value? {
        await withCheckedContinuation { continuation in
            decider.read({ site, _ in continuation.resume(returning: try? body(site)) }) {
                continuation.resume(returning: nil)
            }
        }
    }
}
