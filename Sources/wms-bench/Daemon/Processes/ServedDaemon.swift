import Foundation

/// A real `wmsd serve` in a folder of its own.
final class ServedDaemon {
    private let program: String
    private let folder: BenchFolder
    private var process: ChildProcess?
    private var devices = 0

    /// More than any measurement opens.
    private static let connectionsMax = 2_000
    private static let startWithinS = 600.0

    var socket: String { folder.path + "/s" }

    /// - Parameters:
    ///   - program: the path of `wmsd`.
    ///   - disk: where its folder is made.
    ///   - totes: orders on one cart.
    init(_ program: String, on disk: String, totes: Int) throws(WireFault) {
        self.program = program
        folder = try BenchFolder(on: disk)
        let settings = """
            data: "\(folder.path)/data"
            sockets: [{path: "\(socket)"}]
            labels: {spool: "\(folder.path)/spool"}
            limits: {connections: \(Self.connectionsMax)}
            tours: {totes: \(totes)}

            """
        do { try settings.write(toFile: settingsFile, atomically: true, encoding: .utf8) } catch {
            throw .system("writing \(settingsFile)")
        }
        try start()
    }

    /// The database, which nobody but a daemon that runs may touch.
    var databaseFile: String { folder.path + "/data/wmsd.sqlite" }

    private var settingsFile: String { folder.path + "/wmsd.yaml" }

    /// Starts it.
    ///
    /// - Returns: the seconds until it greeted the first caller.
    @discardableResult
    func start() throws(WireFault) -> Double {
        let startNS = monotonicNS()
        let process = try ChildProcess(
            program, ["serve", "--config", settingsFile], log: folder.path + "/wmsd.log")
        self.process = process
        while true {
            if (try? WireChannel.toDaemon(socket)) != nil { break }
            try process.checkRunning()
            guard seconds(since: startNS) < Self.startWithinS else {
                throw .notStarted(program: program, why: "it does not listen on \(socket)")
            }
            usleep(1_000)
        }
        return seconds(since: startNS)
    }

    /// Ends it; its database is then one file.
    func stop() throws(WireFault) { try process?.stop() }

    var residentMB: Double { process?.residentMB ?? .nan }
    var cpuSeconds: Double { process?.cpuSeconds ?? .nan }

    /// Bytes of all that it keeps, labels not counted.
    var dataBytes: Int { folder.bytes(of: "data") }

    func channel() throws(WireFault) -> WireChannel { try .toDaemon(socket) }
    func caller() throws(WireFault) -> Caller { try Caller(socket: socket, device: nextDevice()) }

    /// A device's name that nobody else has.
    func nextDevice() -> String {
        devices += 1
        return "d\(devices)"
    }
}
