import Foundation
import Testing

/// `wms label render` as it is run from a shell.
struct LabelRenderTests {
    @Test(arguments: [
        ["label", "render", "tote", "--data"], ["layout", "draw", "layouts/wh-ny.yaml", "--output", "-"],
    ])
    func `a full output is told`(_ arguments: [String]) throws {
        try Self.withFolder { folder in
            let data = try Self.write("{\"tote\":\"T-0007\"}", to: folder)
            let isLabel = arguments[0] == "label"
            let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
            let (status, errors) = try Self.run(arguments + (isLabel ? [data] : []), output: full)
            #expect(status == 1)
            #expect(
                errors.contains("standard output cannot be written: No space left on device"), "\(errors)")
        }
    }

    @Test func `labels are numbered by their lines and the rest is told by line`() throws {
        try Self.withFolder { folder in
            let data = try Self.write(
                "\n{\"tote\":\"A\"}\n\nnope\n{\"totte\":\"B\"}\n{\"tote\":\"C\"}\n", to: folder)
            let out = folder + "/made/labels"
            let (status, errors) = try Self.run(["label", "render", "tote", "--data", data, "--out", out])
            #expect(status == 1)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
                    "000002.zpl", "000006.zpl",
                ])
            let lines = errors.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.first?.hasPrefix("\(data):4: not JSON") == true)
            #expect(
                lines.last?.hasPrefix("\(data):5: tote has no field \"totte\"; is \"tote\" meant?") == true)
        }
    }

    @Test(arguments: [
        ("{\"tote\":\"A\"}", "/dev/null/x", "/dev/null/x cannot be made: Not a directory"),
        ("\n \n", "labels", "has no data; give one JSON object a line"),
    ])
    func `what cannot begin is told in a sentence`(_ text: String, _ out: String, _ words: String) throws {
        try Self.withFolder { folder in
            let data = try Self.write(text, to: folder)
            let path = out.hasPrefix("/") ? out : "\(folder)/\(out)"
            let (status, errors) = try Self.run(["label", "render", "tote", "--data", data, "--out", path])
            #expect(status == 1)
            #expect(errors.hasSuffix(words + "\n"), "\(errors)")
        }
    }

    // MARK: The program, as it was built beside the tests

    private static func run(_ arguments: [String], output: FileHandle = .nullDevice) throws -> (Int32, String)
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("wms")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        process.standardOutput = output
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    private static func write(_ text: String, to folder: String) throws -> String {
        let file = folder + "/data.json"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private static func withFolder(_ work: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "/render-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try work(folder)
    }
}
