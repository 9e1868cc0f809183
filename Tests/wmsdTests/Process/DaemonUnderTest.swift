import Foundation
import Glibc
import LineProtocol

/// The real daemon as a process of its own, in a folder that goes away with it.
final class DaemonUnderTest {
    let folder: String
    let socket: String
    var data: String { folder + "/data" }
    private var process = Process()
    private let settings: String?
    private let isSocketGiven: Bool
    private let environment: [String: String]

    /// Starts it and waits until it listens.
    ///
    /// - Parameters:
    ///   - settings: the text of a settings file.
    ///   - socket: where the settings have it listen; where left out, an option has it listen in its folder.
    init(settings: String? = nil, socket: String? = nil, environment: [String: String] = [:]) throws {
        folder = NSTemporaryDirectory() + "wmsd-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        self.settings = settings
        self.environment = environment
        self.socket = socket ?? folder + "/s"
        isSocketGiven = socket == nil
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try start()
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func start() throws {
        process = try Self.launch(arguments, environment: environment)
        for _ in 0..<3_000 {
            if let probe = try? LineSocketUnderTest(socket) {
                // To the end of the stream: else it may still hold a place when a test counts connections.
                probe.finish()
                _ = probe.rest()
                return
            }
            if !process.isRunning { break }
            usleep(20_000)
        }
        throw DaemonDidNotStart(status: process.isRunning ? nil : process.terminationStatus)
    }

    /// Ends it with SIGKILL, as a power switch would.
    func kill() {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// Ends it with SIGTERM.
    ///
    /// - Returns: the exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    func client() throws -> LineClient { try Self.client(of: socket) }

    /// A client that waits longer for an answer than one takes on a busy machine.
    static func client(of socket: String) throws -> LineClient {
        try LineClient(socket: socket, timeoutMS: 60_000)
    }

    /// Runs a program with these arguments until it ends.
    ///
    /// What it says goes to files: the end of a pipe would also be held by whatever another test starts meanwhile.
    ///
    /// - Parameter name: of a program that was built beside the tests.
    static func run(
        _ arguments: [String], of name: String = "wmsd"
    ) throws -> (status: Int32, output: String, errors: String) {
        let place =
            NSTemporaryDirectory() + "wmsd-run-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let files = [place + ".out", place + ".err"]
        for file in files { try "".write(toFile: file, atomically: true, encoding: .utf8) }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        let process = try launch(
            arguments, of: name, output: FileHandle(forWritingAtPath: files[0]),
            errors: FileHandle(forWritingAtPath: files[1]))
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        return (process.terminationStatus, texts[0], texts[1])
    }

    private var arguments: [String] {
        get throws {
            var arguments = ["serve", "--data", data] + (isSocketGiven ? ["--socket", socket] : [])
            if let settings {
                let file = folder + "/wmsd.yaml"
                try settings.write(toFile: file, atomically: true, encoding: .utf8)
                arguments += ["--config", file]
            }
            return arguments
        }
    }

    private static func launch(
        _ arguments: [String], of name: String = "wmsd", environment: [String: String] = [:],
        output: FileHandle? = nil, errors: FileHandle? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = folderOfPrograms.appendingPathComponent(name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = errors ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Where the programs were built, beside the tests.
    private static var folderOfPrograms: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }
}

struct DaemonDidNotStart: Error {
    let status: Int32?
}
