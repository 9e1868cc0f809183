import Domain
import Foundation
import Glibc
import Operations
import TestOperations
import Testing

@testable import wmsd

/// Folders that the daemon may not use, on the real disk and by the kernel's own word.
@Suite struct SpoolPermissionTests {
    /// Nobody in particular: root may do everything, so the tests' process becomes somebody who may not.
    private static let somebody: uid_t = 65_534

    @Test(
        "A folder without permission delays its printer's labels; when it is fixed they come out in order, each once",
        arguments: ["zebra-1/new", "zebra-1/tmp", "zebra-1/done", "zebra-1"], [0o500, 0o000])
    func noPermission(_ folder: String, _ mode: Int) async throws {
        await #expect(processExitsWith: .success) { [folder = folder as String, mode = mode as Int] in
            if getuid() == 0 { try #require(setgid(Self.somebody) == 0 && setuid(Self.somebody) == 0) }
            try await Self.delayAndFix(folder, mode_t(mode))
        }
    }

    private static func delayAndFix(_ folder: String, _ mode: mode_t) async throws {
        let world = try await SpoolWorld(seed: 1, parcels: 3)
        world.feederPercent = 0
        // The first label has come out before somebody changes the folder.
        _ = await world.spooler.writeQueued()
        world.feeders.printAll()
        for _ in 0..<2 { _ = try await world.site.change(LabelReprint(job: 1, reason: "smeared")) }
        try #require(chmod("\(world.spool)/\(folder)", mode) == 0)
        await rounds(4, world)
        let isUsed = folder != "zebra-1/done" && !(folder == "zebra-1" && mode == 0o500)
        if isUsed {
            try #require(try await states(world).suffix(2) == [.queued, .queued])
            let fault = try #require(world.spooler.faults.first)
            try #require(fault.reason.contains("Permission denied"), "\(fault.reason)")
            try #require(try await reported(world) == 1)
        }
        try #require(chmod("\(world.spool)/\(folder)", 0o770) == 0)
        await rounds(2, world)
        world.feeders.printAll()
        await rounds(2, world)
        try #require(world.feeders.printed == ["zebra-1": [1, 2, 3, 4, 5]])
        try #require(try await states(world) == Array(repeating: .printed, count: 5))
        try #require(world.spooler.faults.isEmpty)
    }

    private static func rounds(_ count: Int, _ world: SpoolWorld) async {
        for _ in 0..<count {
            await world.spooler.collectOutcomes()
            await world.spooler.findVanished()
            while await world.spooler.writeQueued() {}
            world.site.clock.advance(seconds: 61)
        }
    }

    private static func states(_ world: SpoolWorld) async throws -> [LabelState] {
        try await world.site.read(LabelList()).labels.map(\.state)
    }

    private static func reported(_ world: SpoolWorld) async throws -> Int {
        try await world.site.read(EventList(of: [.labelFailed])).events.count
    }
}
