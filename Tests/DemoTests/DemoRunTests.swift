import Foundation
import Testing

/// The demonstration as a person runs it: the real program, its real daemon, a small shift.
struct DemoRunTests {
    private let folder = NSTemporaryDirectory() + "wmsd-demo-test-\(UInt32.random(in: .min ... .max))"

    /// The program that was built beside the tests.
    static var program: URL {
        let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests ?? "").deletingLastPathComponent().appendingPathComponent("wmsd")
    }

    static let isBuilt = (try? run(["--help"]).output.contains("demo")) ?? false

    static func run(
        _ arguments: [String], program: URL = program
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(.enabled(if: isBuilt, "there is no wmsd with a demo beside the tests"))
    func `an order and a small shift go from allocation to the driver`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (status, output) = try Self.run(
            ["demo", "--keep", folder, "--shift", "6", "--pickers", "2", "--packers", "2"])
        #expect(status == 0, "\(output)")
        #expect(output.contains("order.packed  ORD-2026-05-06-001"))
        #expect(output.contains("order.in_transit  ORD-2026-05-06-001"))
        #expect(FileManager.default.fileExists(atPath: folder + "/route.svg"))
        #expect(FileManager.default.fileExists(atPath: folder + "/data"))
    }

    @Test(.enabled(if: isBuilt, "there is no wmsd with a demo beside the tests"))
    func `a folder in use is refused by name`() throws {
        try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (status, output) = try Self.run(["demo", "--keep", folder])
        #expect(status == 1)
        #expect(output.contains(folder))
    }
}
