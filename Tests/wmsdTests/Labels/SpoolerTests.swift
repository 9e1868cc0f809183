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

/// A printer's folder that cannot be used: its labels wait, reported once, and the others go on.
@Suite struct SpoolerTests {
    /// Three labels for zebra-1, one of them sent to the other printer.
    private func world(_ drawer: any LabelDrawing & Sendable = PlainDrawer()) async throws -> SpoolWorld {
        let world = try await SpoolWorld(seed: 1, parcels: 3, drawer: drawer)
        world.feederPercent = 0
        _ = try await world.site.change(LabelMove(job: 2, to: "default"))
        return world
    }

    private func states(_ world: SpoolWorld) async throws -> [LabelState] {
        try await world.site.read(LabelList()).labels.map(\.state)
    }

    private func reported(_ world: SpoolWorld) async throws -> [JSONValue?] {
        try await world.site.read(EventList(of: [.labelFailed])).events.map { $0["data"]?["state"] }
    }

    /// Several rounds, as the service makes them, with time enough between them for another try.
    private func rounds(_ count: Int, _ world: SpoolWorld) async {
        for _ in 0..<count {
            await world.spooler.collectOutcomes()
            await world.spooler.findVanished()
            _ = await world.spooler.writeQueued()
            world.site.clock.advance(seconds: 61)
        }
    }

    @Test(
        "A fault delays one printer's labels and is reported once; when it is fixed they come out in order",
        arguments: [
            ([DiskStep.Operation.write], ENOSPC), ([.syncFile, .syncFileSystem], EIO), ([.move], EROFS),
            ([.makeFolder, .write, .syncFolder, .move, .remove, .holds, .names], EACCES),
        ] as [([DiskStep.Operation], Int32)])
    func fault(operations: [DiskStep.Operation], number: Int32) async throws {
        let world = try await world()
        world.fault = ("zebra-1", Set(operations), number)
        await rounds(5, world)
        #expect(try await states(world) == [.queued, .spooled, .queued])
        #expect(try await reported(world) == ["waiting"])
        let faults = world.spooler.faults
        #expect(faults.map(\.printer) == ["zebra-1"])
        #expect(faults.first?.reason.contains(String(cString: strerror(number))) == true)
        world.fault = nil
        await rounds(1, world)
        #expect(try await states(world) == [.spooled, .spooled, .spooled])
        #expect(world.spooler.faults.isEmpty)
        world.feeders.printAll()
        #expect(world.feeders.printed == ["zebra-1": [1, 3], "default": [2]])
        await rounds(1, world)
        #expect(try await states(world) == [.printed, .printed, .printed])
        #expect(try await reported(world) == ["waiting"])
    }

    @Test("A command that takes labels back waits for one label of each printer, not for their batches")
    func commandInBetween() async throws {
        let world = try await world()
        #expect(await world.spooler.writeQueued(unless: { true }))
        #expect(try await states(world) == [.spooled, .spooled, .queued])
        #expect(await world.spooler.writeQueued(unless: { true }) == false)
        #expect(try await states(world) == [.spooled, .spooled, .spooled])
    }

    @Test("A try that fails is not made again before its time")
    func backoff() async throws {
        let world = try await world()
        world.fault = ("zebra-1", [.write], ENOSPC)
        _ = await world.spooler.writeQueued()
        let first = world.spooler.faults
        _ = await world.spooler.writeQueued()
        #expect(world.spooler.faults == first)
        world.site.clock.advance(seconds: 1)
        _ = await world.spooler.writeQueued()
        #expect(world.spooler.faults != first)
    }

    @Test(
        "Labels in a folder that somebody removes are reported, each once, and never printed again by themselves"
    )
    func removed() async throws {
        let world = try await world()
        await rounds(1, world)
        try FileManager.default.removeItem(atPath: world.spool + "/zebra-1")
        await rounds(4, world)
        #expect(try await states(world) == [.unknown, .spooled, .unknown])
        #expect(try await reported(world) == ["unknown", "unknown"])
        world.feeders.printAll()
        #expect(world.feeders.printed == ["default": [2]])
    }

    @Test("A folder that has become a file delays labels until it is gone")
    func becameAFile() async throws {
        let world = try await world()
        try FileManager.default.createDirectory(atPath: world.spool, withIntermediateDirectories: true)
        try "".write(toFile: world.spool + "/zebra-1", atomically: false, encoding: .utf8)
        await rounds(3, world)
        #expect(try await states(world) == [.queued, .spooled, .queued])
        #expect(try await reported(world) == ["waiting"])
        try FileManager.default.removeItem(atPath: world.spool + "/zebra-1")
        await rounds(1, world)
        #expect(try await states(world) == [.spooled, .spooled, .spooled])
    }

    @Test("Labels whose template is broken wait, reported once; those before them and other printers' go on")
    func brokenTemplate() async throws {
        let drawer = StubDrawer()
        let world = try await world(drawer)
        drawer.fail([3: .template("shipping.yaml:3:1: no such element")])
        await rounds(5, world)
        #expect(try await states(world) == [.spooled, .spooled, .queued])
        #expect(try await reported(world) == ["waiting"])
        #expect(world.spooler.faults.map(\.reason) == ["shipping.yaml:3:1: no such element"])
        world.feeders.printAll()
        await rounds(1, world)
        #expect(try await states(world) == [.printed, .printed, .queued])
        drawer.fail([:])
        await rounds(1, world)
        #expect(try await states(world) == [.printed, .printed, .spooled])
        #expect(world.spooler.faults.isEmpty)
        #expect(try await reported(world) == ["waiting"])
    }

    @Test("A label whose data is refused fails for good, and goes to another printer with all that wait")
    func refusedData() async throws {
        let drawer = StubDrawer()
        let world = try await world(drawer)
        drawer.fail([1: .data("the text does not fit"), 3: .template("broken")])
        await rounds(2, world)
        #expect(try await states(world) == [.failed, .spooled, .queued])
        drawer.fail([:])
        _ = try await world.site.change(LabelMove(from: "zebra-1", to: "default"))
        await rounds(2, world)
        #expect(try await states(world) == [.spooled, .spooled, .spooled])
        world.feeders.printAll()
        #expect(world.feeders.printed == ["default": [1, 2, 3]])
    }

    @Test("A printer that speaks another language after a restart gets what waits drawn anew, none twice")
    func otherLanguage() async throws {
        let drawer = StubDrawer()
        let world = try await world(drawer)
        await rounds(1, world)
        world.feeders.pickUp(at: "zebra-1")
        drawer.setLanguage(.epl2)
        await world.restart()
        await rounds(2, world)
        let names = try FileManager.default.contentsOfDirectory(atPath: world.spool + "/zebra-1/new")
        #expect(names.map { ($0 as NSString).pathExtension }.sorted() == ["epl", "zpl"])
        #expect(names.contains { $0.hasPrefix(".") && $0.hasSuffix(".zpl") })
        world.feeders.printAll()
        await rounds(1, world)
        #expect(world.feeders.printed == ["zebra-1": [1, 3], "default": [2]])
        #expect(try await states(world) == [.printed, .printed, .printed])
    }

    @Test("However many files are no labels of this database, what became of those that are is recorded")
    func unknownFiles() async throws {
        let world = try await world()
        await rounds(1, world)
        for number in 1...Spooler.namesPerRound {
            let file = "\(world.spool)/zebra-1/done/000000000000-shipping-\(number)-r0.zpl"
            try "".write(toFile: file, atomically: false, encoding: .utf8)
        }
        world.feeders.printAll()
        await rounds(2, world)
        #expect(try await states(world) == [.printed, .printed, .printed])
    }

    /// What the label service does with a command that takes labels back.
    ///
    /// - Returns: whether the label was taken back.
    private func voidLabel(_ job: Int, _ world: SpoolWorld) async throws -> Bool? {
        var command = SiteUnderTest.command(LabelVoid(job: job, reason: "torn"))
        let labels = try await world.site.jobStore.labelsToWithdraw(for: command).get()
        command.unreachableLabels = await world.spooler.withdraw(labels).sorted()
        guard case .answer(let text) = await world.site.jobStore.decide(command) else { return nil }
        let voided = try LabelVoid.result(in: JSONValue(parsing: text)).labels
        #expect(voided.map(\.job.number) == [job])
        return voided.first?.isTakenBack
    }

    private func sscc(_ job: Int, _ world: SpoolWorld) async throws -> String {
        try await world.site.read(LabelList()).labels[job - 1].sscc
    }

    @Test("A void takes the file back where it is still there, and its SSCC is never used again")
    func void() async throws {
        let world = try await world()
        await rounds(1, world)
        let retired = try await sscc(1, world)
        #expect(try await voidLabel(1, world) == true)
        try await world.site.parcels.pack("O-1")
        await rounds(1, world)
        world.feeders.printAll()
        #expect(world.feeders.printed == ["zebra-1": [3, 4], "default": [2]])
        #expect(try await sscc(4, world) != retired)
        #expect(try await world.site.read(Audit()).isSound)
    }

    @Test(
        "A feeder that is quicker than a void by one step has the label: it is not withdrawn",
        arguments: ["claimed", "printed", "moved to done by hand"])
    func voidTooLate(_ operation: String) async throws {
        let world = try await world()
        await rounds(1, world)
        world.intruder = { [unowned world] step in
            guard step.operation == .move, step.path.contains("/zebra-1/tmp/") else { return }
            world.intruder = nil
            if operation == "moved to done by hand" {
                world.feeders.printByHand(at: "zebra-1")
            } else {
                world.feeders.pickUp(at: "zebra-1")
                if operation == "printed" { world.feeders.printInHand(at: "zebra-1") }
            }
        }
        #expect(try await voidLabel(1, world) == false)
        world.feeders.printAll()
        await rounds(1, world)
        #expect(world.feeders.printed["zebra-1"] == [1, 3])
        #expect(try await states(world) == [.voided, .printed, .printed])
        #expect(try FileManager.default.contentsOfDirectory(atPath: world.spool + "/zebra-1/done").isEmpty)
    }
}
