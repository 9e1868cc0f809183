import Foundation

/// A `redis-server` that syncs every change before it answers, on a Unix socket.
final class RedisServer {
    private let folder: BenchFolder
    private let process: ChildProcess

    private static let connectionsMax = 2_000
    private static let startWithinS = 10.0

    var socket: String { folder.path + "/r" }

    /// - Parameters:
    ///   - program: a path, or a name on `PATH`.
    ///   - disk: where its folder is made.
    init(_ program: String, on disk: String) throws(WireFault) {
        folder = try BenchFolder(on: disk)
        let settings = [
            "port": "0", "unixsocket": folder.path + "/r", "dir": folder.path, "appendonly": "yes",
            "appendfsync": "always", "save": "", "maxclients": "\(Self.connectionsMax)",
        ]
        process = try ChildProcess(
            program, settings.sorted { $0.key < $1.key }.flatMap { ["--\($0.key)", $0.value] },
            log: folder.path + "/log")
        let startNS = monotonicNS()
        while (try? WireChannel(socket: socket)) == nil {
            try process.checkRunning()
            guard seconds(since: startNS) < Self.startWithinS else {
                throw .notStarted(program: program, why: "it does not listen on \(socket)")
            }
            usleep(1_000)
        }
    }

    func stop() throws(WireFault) { try process.stop() }
}

/// One client that appends entries as long as a scan to one stream.
final class RedisWriter: Worker {
    let channel: WireChannel
    private let meter: Meter
    private let command: [UInt8]

    init(_ server: RedisServer, meter: Meter) throws(WireFault) {
        channel = try WireChannel(socket: server.socket)
        self.meter = meter
        let words = ["XADD", "scans", "*", "scan", Self.scan]
        command = Array(
            (["*\(words.count)"] + words.flatMap { ["$\($0.utf8.count)", $0] }).map { $0 + "\r\n" }.joined()
                .utf8)
    }

    /// What a handheld sends for one scan.
    private static let scan: String = {
        var request = RequestLine()
        request.begin("tour.scan", command: "d417-128")
        request.add("session", 417)
        request.add("step", 128)
        request.add("code", text: "4006381333931")
        request.end()
        return String(decoding: request.bytes.dropLast(), as: UTF8.self)
    }()

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        request.replace(with: command)
        return .asked
    }

    /// The answer is the entry's id as a bulk string: its length in one line, itself in the next.
    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        switch line.bytes.first {
        case UInt8(ascii: "$"): return false
        case UInt8(ascii: "-"): throw .refused(asked: "XADD", answer: line.beginning)
        default:
            meter.count(waitedNS: waitedNS, at: nowNS)
            return true
        }
    }
}
