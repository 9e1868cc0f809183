import ArgumentParser
import Foundation

/// `wms print feed`: labels from a spool folder to a printer, in order, each once.
struct PrintFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Take labels in order from spool/PRINTER/new to a printer.",
        discussion: """
            A label that went out whole moves to done. While the printer is out of paper, paused, silent or not \
            to be reached, labels wait in new and the fault is told on standard error. A feeder stopped between \
            sending a label and moving its file sends that label again at its next start.
            """)

    @Argument(help: "The printer's folder below the spool.")
    var printer: String

    @Option(help: "The spool folder.")
    var spool = "/var/lib/wmsd/spool"

    @Option(help: ArgumentHelp("A raw port that answers ~HS.", valueName: "tcp://host:port"))
    var to: String?

    @Option(help: ArgumentHelp("A shell command that takes one label on standard input.", valueName: "command"))
    var toCommand: String?

    @Flag(help: "Stop when nothing waits; exit 1 if something is left.")
    var once = false

    /// How long a feeder rests when nothing waits, and after a fault.
    private static let restS = (idle: 0.2, fault: 5.0)

    func validate() throws {
        if (to == nil) == (toCommand == nil) { throw ValidationError("name the printer by --to or by --to-command") }
        if to != nil, address == nil { throw ValidationError("--to is tcp://HOST:PORT") }
    }

    func run() throws {
        let queue = SpoolQueue(folder: "\(spool)/\(printer)")
        while true {
            do {
                for name in try queue.waiting() {
                    try deliver(queue.bytes(of: name))
                    try queue.settle(name, isPrinted: true)
                }
                if once { return }
                Thread.sleep(forTimeInterval: Self.restS.idle)
            } catch {
                Terminal.complain("wms: \(printer): \(error)")
                if once { throw ExitCode.failure }
                Thread.sleep(forTimeInterval: Self.restS.fault)
            }
        }
    }

    /// Sends one label; over TCP the printer must be well before and after it.
    private func deliver(_ bytes: [UInt8]) throws {
        if let toCommand { return try pipe(bytes, into: toCommand) }
        guard let address else { return }
        let connection = try PrinterConnection(host: address.host, port: address.port)
        defer { connection.close() }
        try connection.ask()
        try connection.send(bytes)
        try connection.ask()
    }

    private func pipe(_ bytes: [UInt8], into command: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let input = Pipe()
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            throw PrinterFault(description: "\(command) ended with \(process.terminationStatus)")
        }
    }

    private var address: (host: String, port: String)? {
        guard let to, to.hasPrefix("tcp://"), let colon = to.lastIndex(of: ":") else { return nil }
        let host = String(to[to.index(to.startIndex, offsetBy: 6)...].prefix { $0 != ":" })
        let port = String(to[to.index(after: colon)...])
        return host.isEmpty || UInt16(port) == nil ? nil : (host, port)
    }
}
