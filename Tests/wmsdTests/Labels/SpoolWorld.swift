import Common
import Domain
import Foundation
import Fulfillment
import Glibc
import JSON
import LabelSpool
import Logging
import NIOPosix
import SteppedDisk
import Synchronization

@testable import wmsd

/// A site with label jobs, its spooler, and feeders at two printers, all drawn from one seed.
///
/// Between any two steps on the disk a feeder may act, the disk may fail, or the daemon may die; a daemon that
/// has died does nothing more until it is started again. Nothing runs at the same time as anything else.
final class SpoolWorld: @unchecked Sendable {
    var random: SplitMix64
    let feeders: TestFeeders
    let site: SiteUnderTest
    private(set) var spooler: Spooler
    var spool: String { folder + "/spool" }
    private let folder: String

    /// Steps after which the daemon dies; nil where it does not.
    var stepsLeft: Int?
    private(set) var isDead = false
    /// A printer whose folder fails at these operations, and how.
    var fault: (printer: String, operations: Set<DiskStep.Operation>, number: Int32)?
    /// In a hundred steps of the daemon, how often a feeder acts in front of one.
    var feederPercent = 5
    /// Somebody else who acts in front of a step.
    var intruder: ((DiskStep) -> Void)?
    private let drawer: any LabelDrawing & Sendable

    init(
        seed: UInt64, parcels: Int, drawer: any LabelDrawing & Sendable = PlainDrawer()
    ) async throws {
        self.drawer = drawer
        random = SplitMix64(seed: seed)
        let place = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = place + "/world-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        site = try await SiteUnderTest(database: folder + "/wms.db", parcels: parcels)
        feeders = TestFeeders(spool: folder + "/spool")
        spooler = Self.spooler(site.jobStore, drawer, folder, site.clock, before: { _ in })
        await restart()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A new daemon, which begins as the real one does.
    func restart() async {
        isDead = false
        stepsLeft = nil
        spooler = Self.spooler(InterruptedLabelJobStore(world: self), drawer, folder, site.clock) {
            [unowned self] step throws(SpoolError) in
            try before(step)
        }
        await spooler.start()
    }

    private static func spooler(
        _ jobStore: any LabelJobStore, _ drawer: any LabelDrawing & Sendable, _ folder: String,
        _ clock: TestClock,
        before: @escaping @Sendable (DiskStep) throws(SpoolError) -> Void
    ) -> Spooler {
        Spooler(
            jobStore, drawer: drawer,
            folders: SpoolFolders(on: SteppedDisk(before: before)) { "\(folder)/spool/\($0)" },
            on: MultiThreadedEventLoopGroup.singleton.next(), clock: { clock.now },
            logger: SiteUnderTest.silent)
    }

    /// What happens in front of a step of the daemon on its disk.
    private func before(_ step: DiskStep) throws(SpoolError) {
        // To die before a read is to die after the change before it.
        if !Self.reads.contains(step.operation) { try countStep(step.path) }
        intruder?(step)
        if Int.random(in: 0..<100, using: &random) < feederPercent { feeders.act(using: &random) }
        if let fault, step.path.contains("/\(fault.printer)"), fault.operations.contains(step.operation) {
            throw .system(step.operation.rawValue, step.path, fault.number)
        }
    }

    private static let reads: Set<DiskStep.Operation> = [.holds, .names, .read, .check]

    /// Counts a step of the daemon, which may be its last.
    func countStep(_ what: String) throws(SpoolError) {
        if let left = stepsLeft {
            stepsLeft = left - 1
            if left <= 0 { isDead = true }
        }
        if isDead { throw .system("die at", what, ECANCELED) }
    }
}

/// Bytes that name the job.
struct PlainDrawer: LabelDrawing {
    func language(of printer: String) -> LabelLanguage { .zpl }
    func bytes(of job: LabelJob) -> [UInt8] { Array("^XA^FD\(job.row)^FS^XZ".utf8) }
}

/// Draws in a language that a test chooses, or fails as it chooses.
final class StubDrawer: LabelDrawing, Sendable {
    private let state = Mutex(State())

    private struct State {
        var language = LabelLanguage.zpl
        var faults: [Int: DrawingFault] = [:]
    }

    /// Draws in this language from now on.
    func setLanguage(_ language: LabelLanguage) { state.withLock { $0.language = language } }
    /// Cannot draw these jobs from now on, and all others can.
    func fail(_ faults: [Int: DrawingFault]) { state.withLock { $0.faults = faults } }

    func language(of printer: String) -> LabelLanguage { state.withLock { $0.language } }

    func bytes(of job: LabelJob) throws(DrawingFault) -> [UInt8] {
        let state = state.withLock { $0 }
        if let fault = state.faults[job.row.number] { throw fault }
        return Array("\(state.language) \(job.row)".utf8)
    }
}

/// The label jobs of a daemon that may die before a commit, or after it.
private struct InterruptedLabelJobStore: LabelJobStore {
    unowned let world: SpoolWorld

    func printersWithQueuedLabels() async -> [String] { await world.site.jobStore.printersWithQueuedLabels() }
    func printersWithSpooledLabels() async -> [String] {
        await world.site.jobStore.printersWithSpooledLabels()
    }
    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob] {
        await world.site.jobStore.queuedLabels(for: printer, limit: limit)
    }
    func spooledLabels(for printer: String, after row: LabelRow?, limit: Int) async -> [LabelJob] {
        await world.site.jobStore.spooledLabels(for: printer, after: row, limit: limit)
    }
    func labels(numbered rows: [LabelRow]) async -> [LabelJob]? {
        await world.site.jobStore.labels(numbered: rows)
    }

    func newestLabel() async -> LabelRow? { await world.site.jobStore.newestLabel() }

    func record(_ outcomes: [LabelFinding]) async -> Set<LabelRow>? {
        guard (try? world.countStep("commit")) != nil else { return nil }
        let stored = await world.site.jobStore.record(outcomes)
        return (try? world.countStep("learn of the commit")) == nil ? nil : stored
    }

    func reportWait(for printer: String, reason: String) async -> Bool {
        guard (try? world.countStep("report")) != nil else { return false }
        return await world.site.jobStore.reportWait(for: printer, reason: reason)
    }
}
