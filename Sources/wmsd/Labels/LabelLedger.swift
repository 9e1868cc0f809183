import Domain
import Fulfillment
import JSON
import Operations

/// A label job as the rules keep it.
typealias LabelJob = Fulfillment.LabelJob

/// What the spooler asks of the jobs' book, and has taken down in it.
///
/// A question that cannot be answered now is answered with nothing to do.
protocol LabelLedger: Sendable {
    func printersWithQueuedLabels() async -> [String]
    func printersWithSpooledLabels() async -> [String]
    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob]
    func spooledLabels(for printer: String, after number: Int, limit: Int) async -> [LabelJob]
    /// Nil where that cannot be known now.
    func labels(numbered numbers: [Int]) async -> [LabelJob]?
    /// The number of the newest job; nil where that cannot be known now.
    func newestLabel() async -> Int?
    /// Takes outcomes down, all or none.
    ///
    /// - Returns: the jobs that are known; nil where nothing could be stored.
    func settle(_ outcomes: [LabelFinding]) async -> Set<Int>?
    /// - Returns: whether it is stored.
    func tellWait(for printer: String, reason: String) async -> Bool
}

/// The ledger that the decider keeps.
struct DeciderLedger: LabelLedger {
    let decider: Decider

    func printersWithQueuedLabels() async -> [String] {
        await ask { site throws(SiteError) in try site.printersWithQueuedLabels() } ?? []
    }

    func printersWithSpooledLabels() async -> [String] {
        await ask { site throws(SiteError) in try site.printersWithSpooledLabels() } ?? []
    }

    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob] {
        await ask { site throws(SiteError) in try site.queuedLabels(for: printer, limit: limit) } ?? []
    }

    func spooledLabels(for printer: String, after number: Int, limit: Int) async -> [LabelJob] {
        await ask { site throws(SiteError) in
            try site.spooledLabels(for: printer, after: number, limit: limit)
        } ?? []
    }

    func labels(numbered numbers: [Int]) async -> [LabelJob]? {
        await ask { site throws(SiteError) in try site.labels(numbered: numbers) }
    }

    func newestLabel() async -> Int? { await ask { site throws(SiteError) in try site.newestLabel() } }

    func settle(_ outcomes: [LabelFinding]) async -> Set<Int>? {
        guard case .answer(let text) = await decide(Command(own: LabelsRecord(outcomes))),
            let object = (try? JSONValue(parsing: text))?.object,
            let result = try? LabelsRecord.Result(reading: object)
        else { return nil }
        return Set(result.known.map(\.number))
    }

    func tellWait(for printer: String, reason: String) async -> Bool {
        guard case .answer = await decide(Command(own: LabelsWait(PrinterName(printer), reason: reason)))
        else { return false }
        return true
    }

    /// The jobs whose files must be out of the feeders' reach before `command` is decided.
    func labelsToTakeBack(for command: Command) async -> [LabelJob] {
        await withCheckedContinuation { continuation in
            decider.look(
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

    private func ask<Value: Sendable>(
        _ question: @escaping @Sendable (Site) throws(SiteError) -> Value
    ) async -> Value? {
        await withCheckedContinuation { continuation in
            decider.look({ site, _ in continuation.resume(returning: try? question(site)) }) {
                continuation.resume(returning: nil)
            }
        }
    }
}
