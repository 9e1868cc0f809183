/// Somebody at one connection, who has at most one request under way, as a handheld has.
protocol Worker: AnyObject {
    var channel: WireChannel { get }

    /// Writes the next request where it is time for one.
    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn

    /// Handles a line from the other side.
    ///
    /// - Parameter waitedNS: since the request under way was sent.
    /// - Returns: whether the request is answered with it.
    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool
}

/// What a worker does when asked for its next request.
enum Turn: Equatable {
    case asked
    case later(atNS: Int)
    /// There is nothing more to do in this run.
    case done
}

/// One who begins when something else has been done.
final class Waiting: Worker {
    private static let pollIntervalNS = 1_000_000

    private let worker: any Worker
    private let mayBegin: () -> Bool
    /// When the last answer came.
    private(set) var lastReceivedNS = 0

    var channel: WireChannel { worker.channel }

    init(_ worker: any Worker, until mayBegin: @escaping () -> Bool) {
        self.worker = worker
        self.mayBegin = mayBegin
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        guard mayBegin() else { return .later(atNS: nowNS + Self.pollIntervalNS) }
        return try worker.ask(&request, nowNS: nowNS)
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        lastReceivedNS = nowNS
        return try worker.receive(line, waitedNS: waitedNS, nowNS: nowNS)
    }
}

/// One who asks at a steady pace, and how long the answers took.
///
/// Who would have asked while an answer was outstanding is counted as waiting as well.
final class Paced: Worker {
    private let worker: any Worker
    private let intervalNS: Int
    private let isMeasured: () -> Bool
    private var dueNS = 0
    private(set) var waits: [(atNS: Int, waitedNS: Int)] = []

    var channel: WireChannel { worker.channel }

    /// - Parameter isMeasured: whether the request under way is one of those meant.
    init(_ worker: any Worker, everyMS: Int, isMeasured: @escaping () -> Bool = { true }) {
        self.worker = worker
        intervalNS = everyMS * 1_000_000
        self.isMeasured = isMeasured
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        guard nowNS >= dueNS else { return .later(atNS: dueNS) }
        return try worker.ask(&request, nowNS: nowNS)
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        if isMeasured() { waits.append((nowNS - waitedNS, waitedNS)) }
        let isAnswered = try worker.receive(line, waitedNS: waitedNS, nowNS: nowNS)
        dueNS = nowNS - waitedNS + (waitedNS / intervalNS + 1) * intervalNS
        return isAnswered
    }

    /// The waits that began up to this moment.
    func latencies(untilNS: Int) -> Latencies {
        var latencies = Latencies()
        for wait in waits where wait.atNS <= untilNS {
            latencies.record(Double(wait.waitedNS) / 1_000, every: Double(intervalNS) / 1_000)
        }
        return latencies
    }
}
