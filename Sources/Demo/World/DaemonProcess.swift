import Foundation

/// The real daemon as a process of its own.
final class DaemonProcess {
    private let process = Process()
    private let folder: DemoFolder

    /// How long a start may last, in steps of ``stepMicroseconds``: a minute.
    private static let stepsMax = 3_000
    private static let stepMicroseconds: UInt32 = 20_000

    /// Starts the daemon and waits until it accepts connections.
    init(_ program: String, labels: String, in folder: DemoFolder) throws(DemoFault) {
        self.folder = folder
        try folder.write(Self.settings(folder, labels: labels), to: folder.settings)
        try folder.write("", to: folder.log)
        guard let log = FileHandle(forWritingAtPath: folder.log) else {
            throw .file(folder.log, why: "cannot be written")
        }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["serve", "--config", folder.settings]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = log
        process.standardError = log
        do { try process.run() } catch {
            throw .daemon(why: "does not start: \(error.localizedDescription)", log: folder.log)
        }
        try waitForSocket()
    }

    private func waitForSocket() throws(DemoFault) {
        var isUp = false
        for _ in 0..<Self.stepsMax where !isUp {
            guard process.isRunning else {
                throw .daemon(why: "ended with \(process.terminationStatus)", log: folder.log)
            }
            isUp = (try? Party("demo", socket: folder.socket)) != nil
            if !isUp { usleep(Self.stepMicroseconds) }
        }
        if !isUp { throw .daemon(why: "does not listen on \(folder.socket)", log: folder.log) }
    }

    /// Asks the daemon to end and waits until it has.
    func stop() throws(DemoFault) {
        process.terminate()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw .daemon(why: "ended with \(process.terminationStatus)", log: folder.log)
        }
    }

    /// Ends the daemon after a fault.
    func abandon() { if process.isRunning { process.terminate() } }

    private static func settings(_ folder: DemoFolder, labels: String) -> String {
        """
        data: "\(folder.data)"
        sockets: [{path: "\(folder.socket)"}]
        labels: {spool: "\(folder.spool)", templates: "\(labels)"}

        """
    }
}
