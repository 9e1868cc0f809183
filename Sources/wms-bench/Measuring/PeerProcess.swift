import Foundation

/// Runs a peer's script and returns what it printed, or why it could not.
enum PeerProcess {
    static func run(_ program: String, script: String, suffix: String, arguments: [String], name: String)
        -> String
    {
        let path =
            NSTemporaryDirectory() + "/wms-bench-peer-\(ProcessInfo.processInfo.processIdentifier).\(suffix)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try script.write(toFile: path, atomically: true, encoding: .utf8)
            try process.run()
        } catch {
            return "\(name): skipped, \(error)"
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 0 || text.isEmpty {
            return
                "\(name): skipped, \(program) ended with \(process.terminationStatus): is it installed with \(name)?"
        }
        return String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
    }
}
