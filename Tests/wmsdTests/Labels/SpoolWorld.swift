import Common
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
    let feeders: PaperTrail
    let desk: SiteDesk
    private(set) var spooler: Spooler
    var spool: String { folder + "/spool" }
    private let folder: String

    /// Steps that the daemon has left to live; nil for a long life.
    var stepsLeft: Int?
    private(set) var isDead = false
    /// A printer whose folder fails at these deeds, and how.
    var fault: (printer: String, deeds: Set<DiskStep.Deed>, number: Int32)?
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
        desk = try await SiteDesk(database: folder + "/wms.db", parcels: parcels)
        feeders = PaperTrail(spool: folder + "/spool")
        spooler = Self.spooler(desk.ledger, drawer, folder, desk.clock, before: { _ in })
        await restart()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A new daemon, which begins as the real one does.
    func restart() async {
        isDead = false
        stepsLeft = nil
        spooler = Self.spooler(MortalLedger(world: self), drawer, folder, desk.clock) {
            [unowned self] step throws(SpoolError) in
            try before(step)
        }
        await spooler.begin()
    }

    private static func spooler(
        _ ledger: any LabelLedger, _ drawer: any LabelDrawing & Sendable, _ folder: String,
        _ clock: TestClock,
        before: @escaping @Sendable (DiskStep) throws(SpoolError) -> Void
    ) -> Spooler {
        Spooler(
            ledger, drawer: drawer,
            folders: SpoolFolders(on: SteppedDisk(before: before)) { "\(folder)/spool/\($0)" },
            on: MultiThreadedEventLoopGroup.singleton.next(), clock: { clock.now }, logger: SiteDesk.silent)
    }

    /// What happens in front of a step of the daemon on its disk.
    private func before(_ step: DiskStep) throws(SpoolError) {
        // To die in front of a look is to die behind the change before it.
        if !Self.looks.contains(step.deed) { try live(step.path) }
        intruder?(step)
        if Int.random(in: 0..<100, using: &random) < feederPercent { feeders.act(using: &random) }
        if let fault, step.path.contains("/\(fault.printer)"), fault.deeds.contains(step.deed) {
            throw .system(step.deed.rawValue, step.path, fault.number)
        }
    }

    private static let looks: Set<DiskStep.Deed> = [.holds, .names, .read, .check]

    /// One step further, if it is not the last.
    func live(_ what: String) throws(SpoolError) {
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
    func bytes(of job: LabelJob) -> [UInt8] { Array("^XA^FD\(job.number)^FS^XZ".utf8) }
}

/// Draws what it is told to, or does not.
final class MoodyDrawer: LabelDrawing, Sendable {
    private let mood = Mutex(Mood())

    private struct Mood {
        var language = LabelLanguage.zpl
        var faults: [Int: DrawingFault] = [:]
    }

    /// Speaks this language from now on.
    func speak(_ language: LabelLanguage) { mood.withLock { $0.language = language } }
    /// Cannot draw these jobs from now on, and all others can.
    func refuse(_ faults: [Int: DrawingFault]) { mood.withLock { $0.faults = faults } }

    func language(of printer: String) -> LabelLanguage { mood.withLock { $0.language } }

    func bytes(of job: LabelJob) throws(DrawingFault) -> [UInt8] {
        let mood = mood.withLock { $0 }
        if let fault = mood.faults[job.number] { throw fault }
        return Array("\(mood.language) \(job.number)".utf8)
    }
}

/// The book as a daemon sees it that may die in front of a commit, or behind it.
private struct MortalLedger: LabelLedger {
    unowned let world: SpoolWorld

    func printersWithQueuedLabels() async -> [String] { await world.desk.ledger.printersWithQueuedLabels() }
    func printersWithSpooledLabels() async -> [String] { await world.desk.ledger.printersWithSpooledLabels() }
    func queuedLabels(for printer: String, limit: Int) async -> [LabelJob] {
        await world.desk.ledger.queuedLabels(for: printer, limit: limit)
    }
    func spooledLabels(for printer: String, after number: Int, limit: Int) async -> [LabelJob] {
        await world.desk.ledger.spooledLabels(for: printer, after: number, limit: limit)
    }
    func labels(numbered numbers: [Int]) async -> [LabelJob]? {
        await world.desk.ledger.labels(numbered: numbers)
    }

    func newestLabel() async -> Int? { await world.desk.ledger.newestLabel() }

    func settle(_ outcomes: [LabelOutcome]) async -> Set<Int>? {
        guard (try? world.live("commit")) != nil else { return nil }
        let known = await world.desk.ledger.settle(outcomes)
        return (try? world.live("hear of the commit")) == nil ? nil : known
    }

    func tellWait(for printer: String, reason: String) async -> Bool {
        guard (try? world.live("tell")) != nil else { return false }
        return await world.desk.ledger.tellWait(for: printer, reason: reason)
    }
}
