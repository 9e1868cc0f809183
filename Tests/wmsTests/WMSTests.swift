import Foundation
import Testing

@testable import wms

/// `wms` as it is run from a shell.
struct WMSTests {
    @Test func `it says its version`() throws {
        let end = try Program.run(["--version"])
        #expect(end.status == 0)
        #expect(end.output == WMS.version + "\n")
    }

    @Test(arguments: [
        (["layot"], "did you mean layout?"), (["zzzzzz"], "There is no command zzzzzz."),
        (["order", "lst"], "There is no command order lst: did you mean order list?"),
        (["plan", "zzzzzz", "--boxes"], "There is no command plan zzzzzz."),
    ])
    func `a command that is none is told as such`(words: [String], message: String) throws {
        let end = try Program.run(words)
        #expect(end.status == 64)
        #expect(end.errors.contains(message), "\(end.errors)")
    }

    /// No file of these holds what it should, which is no wrong usage.
    @Test(arguments: [
        ["order", "allocate", "/dev/null"], ["import", "tote", "/dev/null"], ["layout", "check", "/nowhere"],
        ["label", "render", "nope", "--data", "/dev/null"],
        ["plan", "boxes", "--boxes", "/dev/null"], ["plan", "tour", "--layout", "/dev/null"],
        ["plan", "range", "--boxes", "/nowhere", "--orders", "/dev/null", "--keep", "1"],
    ])
    func `what is wrong in a file is no wrong usage`(arguments: [String]) throws {
        let end = try Program.run(arguments)
        #expect(end.status == 1, "\(end)")
        #expect(!end.errors.contains("Usage:") && !end.errors.isEmpty, "\(end.errors)")
    }

    @Test func `help has one colon behind a heading, and no line of it begins anew at the edge`() throws {
        let help = try Program.run(["help"]).output
        #expect(help.contains("LEAD SUBCOMMANDS:") && !help.contains(": SUBCOMMANDS"))
        let columns = try Program.run(["import", "--help"]).output.split(separator: "\n").drop {
            $0 != "sku:"
        }
        .prefix { !$0.hasPrefix("USAGE") }
        let kinds = columns.filter { !$0.hasPrefix(" ") }
        #expect(kinds == ["sku:", "box:", "tote:", "stock:"])
        #expect(columns.allSatisfy { $0.count < 80 })
    }

    @Test func `an option before the command is told to stand behind it`() throws {
        let end = try Program.run(["--socket", "status", "status"])
        #expect(end.status == 64)
        #expect(end.errors.contains("wms status --socket PATH"), "\(end.errors)")
        #expect(try Program.run(["--socket", "status"], input: "ping\n").status == 69)
    }

    @Test func `alone and without a daemon it says where it looked`() throws {
        let end = try Program.run(["--socket", "/nowhere/wmsd.sock"], input: "ping\n")
        #expect(end.status == 69)
        #expect(end.errors.contains("no daemon listens on /nowhere/wmsd.sock"))
    }

    /// More is written than a pipe holds, and nobody reads it.
    @Test func `a broken pipe ends quietly`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "'\(Program.path)' manual; echo $? >&2"]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try output.fileHandleForReading.close()
        try process.run()
        try output.fileHandleForWriting.close()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "141\n")
    }

    @Test func `an error about what was typed does not steer the terminal`() throws {
        let end = try Program.run(["layout", "check", "no\u{1B}[2J such file"])
        #expect(end.status == 1)
        #expect(end.errors.contains(#"no\u001b[2J such file cannot be read"#), "\(end.errors)")
        #expect(end.errors == end.errors.terminalSafe)
    }

    /// Only where the whole screen is drawn, of texts that are safe, may codes be written.
    @Test func `nothing is printed but through the terminal`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/wms").standardized
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let mayWriteCodes = [
            "FloorTerminal.swift", "ConsoleInput.swift", "RawTerminal.swift", "LabelRenderCommand.swift",
        ]
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            count += 1
            let name = file.lastPathComponent
            if name == "Terminal+Output.swift" { continue }
            #expect(!text.contains(/(^|[^.\w])print\(/), "\(name)")
            for call in ["Terminal.draw", "Terminal.put"] where text.contains(call) {
                #expect(mayWriteCodes.contains(name), "\(name)")
            }
        }
        #expect(count > 50)
    }
}
