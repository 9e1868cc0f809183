import Foundation
import Fulfillment
import Glibc
import JSON
import SteppedDisk
import Testing

@testable import wmsd

/// A printer's folder that cannot be used: its labels wait, told once, and the others go on.
@Suite struct SpoolerTests {
    /// Three labels for zebra-1, one of them sent to the other printer.
    private func world() async throws -> SpoolWorld {
        let world = try await SpoolWorld(seed: 1, parcels: 3)
        world.feederPercent = 0
        _ = try await world.desk.change("label.move", ["job": 2, "printer": "default"])
        return world
    }

    private func states(_ world: SpoolWorld) async throws -> [String] {
        let labels = try await world.desk.read("label.list")["labels"]?.array ?? []
        return labels.compactMap { $0["state"]?.string }
    }

    private func told(_ world: SpoolWorld) async throws -> [JSONValue?] {
        let events =
            try await world.desk.read("event.list", ["types": ["label.failed"]])["events"]?.array ?? []
        return events.map { $0["data"]?["state"] }
    }

    /// Several rounds, as the service makes them, with time enough between them for another try.
    private func rounds(_ count: Int, _ world: SpoolWorld) async {
        for _ in 0..<count {
            await world.spooler.settle()
            await world.spooler.searchVanished()
            _ = await world.spooler.feed()
            world.desk.clock.advance(seconds: 61)
        }
    }

    @Test(
        "A fault delays one printer's labels and is told once; when it is mended they come out in order",
        arguments: [
            ([DiskStep.Deed.write], ENOSPC), ([.syncFile, .syncFileSystem], EIO), ([.move], EROFS),
            ([.makeFolder, .write, .syncFolder, .move, .remove, .holds, .names], EACCES),
        ] as [([DiskStep.Deed], Int32)])
    func fault(deeds: [DiskStep.Deed], number: Int32) async throws {
        let world = try await world()
        world.fault = ("zebra-1", Set(deeds), number)
        await rounds(5, world)
        #expect(try await states(world) == ["queued", "spooled", "queued"])
        #expect(try await told(world) == ["waiting"])
        let faults = world.spooler.faults
        #expect(faults.map(\.printer) == ["zebra-1"])
        #expect(faults.first?.reason.contains(String(cString: strerror(number))) == true)
        world.fault = nil
        await rounds(1, world)
        #expect(try await states(world) == ["spooled", "spooled", "spooled"])
        #expect(world.spooler.faults.isEmpty)
        world.feeders.printAll()
        #expect(world.feeders.printed == ["zebra-1": [1, 3], "default": [2]])
        await rounds(1, world)
        #expect(try await states(world) == ["printed", "printed", "printed"])
        #expect(try await told(world) == ["waiting"])
    }

    @Test("A try that fails is not made again before its time")
    func backoff() async throws {
        let world = try await world()
        world.fault = ("zebra-1", [.write], ENOSPC)
        _ = await world.spooler.feed()
        let first = world.spooler.faults
        _ = await world.spooler.feed()
        #expect(world.spooler.faults == first)
        world.desk.clock.advance(seconds: 1)
        _ = await world.spooler.feed()
        #expect(world.spooler.faults != first)
    }

    @Test(
        "Labels in a folder that somebody removes are told, each once, and never printed again by themselves")
    func removed() async throws {
        let world = try await world()
        await rounds(1, world)
        try FileManager.default.removeItem(atPath: world.spool + "/zebra-1")
        await rounds(4, world)
        #expect(try await states(world) == ["unknown", "spooled", "unknown"])
        #expect(try await told(world) == ["unknown", "unknown"])
        world.feeders.printAll()
        #expect(world.feeders.printed == ["default": [2]])
    }

    @Test("A folder that has become a file delays labels until it is gone")
    func becameAFile() async throws {
        let world = try await world()
        try FileManager.default.createDirectory(atPath: world.spool, withIntermediateDirectories: true)
        try "".write(toFile: world.spool + "/zebra-1", atomically: false, encoding: .utf8)
        await rounds(3, world)
        #expect(try await states(world) == ["queued", "spooled", "queued"])
        #expect(try await told(world) == ["waiting"])
        try FileManager.default.removeItem(atPath: world.spool + "/zebra-1")
        await rounds(1, world)
        #expect(try await states(world) == ["spooled", "spooled", "spooled"])
    }
}
