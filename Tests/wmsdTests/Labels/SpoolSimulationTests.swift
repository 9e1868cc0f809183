import Domain
import Foundation
import Fulfillment
import Glibc
import JSON
import Operations
import SteppedDisk
import TestOperations
import Testing

@testable import wmsd

/// Random interleavings of the daemon's steps, feeders' moves, deaths, faults, and people who void, move and
/// reprint labels.
@Suite struct SpoolSimulationTests {
    private static let parcels = 4
    private static let steps = 150
    static let seeds =
        1...UInt64(max(8, 3 * (Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)))

    @Test(
        "Every label is printed once, or reported as failed, unknown or void; in print order",
        arguments: seeds)
    func nothingIsLostOrDoubled(seed: UInt64) async throws {
        let world = try await SpoolWorld(seed: seed, parcels: Self.parcels)
        let shift = SpoolShift(world)
        for _ in 0..<Self.steps { try await shift.step() }
        try await shift.drain()
        try await check(shift, "seed \(seed)")
    }

    private func check(_ shift: SpoolShift, _ seed: Comment) async throws {
        let (world, feeders) = (shift.world, shift.world.feeders)
        let times = feeders.timesPrinted
        for label in try await shift.labels() {
            let job = label.job.number
            let count = times[job] ?? 0
            #expect(count <= 1, "\(seed): label \(job) came out \(count) times")
            switch label.state {
            case .printed: #expect(count == 1, "\(seed): label \(job)")
            case .failed: #expect(count == 0 && feeders.givenUp.contains(job), "\(seed): label \(job)")
            case .unknown: #expect(count == 0 && feeders.lost.contains(job), "\(seed): label \(job)")
            case .voided: #expect(count == 0 || shift.takenBack[job] == false, "\(seed): label \(job)")
            default: Issue.record("\(seed): label \(job) is \(label.state) when all is done")
            }
        }
        for (printer, jobs) in feeders.printed.sorted(by: { $0.key < $1.key }) {
            let inOrder = jobs.filter { !shift.reordered.contains($0) }
            #expect(inOrder == inOrder.sorted(), "\(seed): \(printer)")
        }
        try await checkEvents(shift, seed)
        #expect(try await world.site.read(Audit()).isSound, seed)
    }

    /// Each failed or vanished label was reported once.
    private func checkEvents(_ shift: SpoolShift, _ seed: Comment) async throws {
        var list = EventList(of: [.labelFailed])
        list.limit = 500
        let events = try await shift.world.site.read(list).events
        let data = events.compactMap { $0["data"] }.filter { $0["state"] != "waiting" }
        let reported = Dictionary(data.map { ($0["job"]?.int ?? 0, 1) }, uniquingKeysWith: +)
        for label in try await shift.labels() where [.failed, .unknown].contains(label.state) {
            #expect(reported[label.job.number] == 1, seed)
        }
    }
}

/// What happens to a world of labels, one thing after another.
final class SpoolShift {
    let world: SpoolWorld
    /// Whether a void said that it had taken a label back, by job.
    private(set) var takenBack: [Int: Bool] = [:]
    /// Labels that were moved out of the print order by people.
    private(set) var reordered: Set<Int> = []

    init(_ world: SpoolWorld) { self.world = world }

    func labels() async throws -> [LabelSummary] {
        try await world.site.read(LabelList(limit: 500)).labels
    }

    func step() async throws {
        switch Int.random(in: 0..<100, using: &world.random) {
        case 0..<35: _ = await world.spooler.writeQueued()
        case 35..<52: await world.spooler.collectOutcomes()
        case 52..<60: await world.spooler.findVanished()
        case 60..<72: world.feeders.act(using: &world.random)
        case 72..<82:
            _ = try? await world.site.change(LabelReprint(job: try await anyJob(), reason: "smeared"))
        case 82..<86: try await void()
        case 86..<90: try await move()
        case 90..<94: world.stepsLeft = Int.random(in: 0..<40, using: &world.random)
        case 94..<97: world.fault = fault()
        default:
            world.fault = nil
            world.site.clock.advance(seconds: Int.random(in: 1...30, using: &world.random))
        }
        if world.isDead { await world.restart() }
    }

    /// All is fixed, and everybody goes on until nothing waits.
    func drain() async throws {
        world.fault = nil
        await world.restart()
        for _ in 0..<20 {
            world.site.clock.advance(seconds: 61)
            while await world.spooler.writeQueued() {}
            world.feeders.printAll()
            await world.spooler.collectOutcomes()
            await world.spooler.findVanished()
        }
    }

    private func anyJob() async throws -> Int {
        let labels = try await labels()
        return labels[Int.random(in: 0..<labels.count, using: &world.random)].job.number
    }

    private func void() async throws {
        let job = try await anyJob()
        guard let answer = await decide(LabelVoid(job: job, reason: "torn")) else { return }
        for label in answer.labels { takenBack[label.job.number] = label.isTakenBack }
        let parcel = try await world.site.read(ParcelGet("\(answer.parcel)"))
        try await world.site.parcels.pack(parcel.summary.order.text)
    }

    private func move() async throws {
        let printers = TestFeeders.printers.shuffled(using: &world.random).map { PrinterName($0) }
        if Bool.random(using: &world.random) {
            _ = await decide(LabelMove(job: try await anyJob(), to: printers[1]))
        } else {
            _ = await decide(LabelMove(from: printers[0], to: printers[1]))
        }
    }

    /// As the label service does it; a caller whose daemon has died sends the command again.
    private func decide<Asked: Operations.Operation>(_ operation: Asked) async -> Asked.Result? {
        var command = SiteUnderTest.command(operation)
        while true {
            let found = await world.site.jobStore.labelsToWithdraw(for: command)
            guard case .success(let jobs) = found else { return nil }
            reordered.formUnion(jobs.map(\.row.number))
            command.unreachableLabels = await world.spooler.withdraw(jobs).sorted()
            guard world.isDead else { break }
            await world.restart()
        }
        guard case .answer(let text) = await world.site.jobStore.decide(command) else { return nil }
        return try? Asked.result(in: JSONValue(parsing: text))
    }

    private func fault() -> (String, Set<DiskStep.Operation>, Int32) {
        let printer = TestFeeders.printers[Int.random(in: 0..<2, using: &world.random)]
        let faults: [(Set<DiskStep.Operation>, Int32)] = [
            ([.write], ENOSPC), ([.syncFile, .syncFileSystem], EIO), ([.move], EROFS), ([.syncFolder], EIO),
            (
                [
                    .makeFolder, .write, .syncFile, .syncFileSystem, .syncFolder, .move, .remove, .holds,
                    .names,
                ], EACCES
            ),
        ]
        let (operations, number) = faults[Int.random(in: 0..<faults.count, using: &world.random)]
        return (printer, operations, number)
    }
}
