import Foundation
import Testing

@testable import LabelSpool

@Suite struct SpoolFolderTests {
    @Test func labelsClosedTogetherLieInNewInOrder() throws {
        let spool = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: spool) }
        let folder = try SpoolFolder(spool: spool, printer: "zebra-1")
        let labels = try labels()
        var steps: [SpoolStep] = []
        try folder.write(labels) { steps.append($0) }
        #expect(try folder.names(in: .new) == labels.map(\.name))
        #expect(steps.count { $0 == .sync } == 1)
    }

    @Test func writingAgainDoublesAndReplacesNothing() throws {
        let spool = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: spool) }
        let folder = try SpoolFolder(spool: spool, printer: "zebra-1")
        let labels = try labels()
        try folder.write(labels)
        try folder.write(labels.map { SpoolLabel(name: $0.name, bytes: [1]) })
        #expect(try folder.names(in: .new).count == labels.count)
        let kept = FileManager.default.contents(atPath: "\(folder.path)/new/\(labels[0].name)")
        #expect(kept.map(Array.init) == labels[0].bytes)
        #expect(try folder.takeBack(labels[0].name))
        #expect(try !folder.takeBack(labels[0].name))
        #expect(folder.place(of: labels[0].name) == nil)
    }

    /// A write of three labels has nine steps; the tenth stop is behind the last.
    @Test(arguments: 1...9)
    func aKillBetweenAnyTwoStepsLeavesWholeLabelsOrNone(_ step: Int) async throws {
        let spool = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: spool) }
        await #expect(processExitsWith: .signal(SIGKILL)) { [spool = spool as String, step = step as Int] in
            var reached = 0
            try SpoolFolder(spool: spool, printer: "zebra-1").write(SpoolFolderTests().labels()) { _ in
                reached += 1
                if reached == step { kill(getpid(), SIGKILL) }
            }
        }
        let folder = try SpoolFolder(spool: spool, printer: "zebra-1")
        let labels = try labels()
        for name in try folder.names(in: .new) { #expect(bytes(name, folder) == labels.first { $0.name == name }?.bytes) }
        try folder.write(labels)
        #expect(try folder.names(in: .new) == labels.map(\.name))
        for label in labels { #expect(bytes(label.name, folder) == label.bytes) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tmp").isEmpty)
    }

    private func labels() throws -> [SpoolLabel] {
        try (1...3).map {
            SpoolLabel(
                name: try SpoolName(sequence: $0, kind: "tote", key: "T-\($0)"),
                bytes: [UInt8](repeating: UInt8($0), count: 5000))
        }
    }

    private func bytes(_ name: SpoolName, _ folder: SpoolFolder) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(folder.path)/new/\(name)").map(Array.init)
    }

    private func temporaryFolder() throws -> String {
        let path = NSTemporaryDirectory() + "/spool-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
