/// Somebody who asks one thing again and again.
final class Asker: Worker {
    let channel: WireChannel
    private let method: String
    private let params: (inout RequestLine) -> Void
    private var commands: CommandIDs?
    private let times: Int

    private(set) var latencies = Latencies()
    /// The beginning of the last answer.
    private(set) var answer = ""
    private(set) var endNS = 0
    var isDone: Bool { latencies.microseconds.count >= times }

    init(
        _ daemon: ServedDaemon, _ method: String, isChange: Bool, times: Int = .max,
        _ params: @escaping (inout RequestLine) -> Void = { _ in }
    ) throws(WireFault) {
        channel = try daemon.channel()
        self.method = method
        self.params = params
        self.times = times
        commands = isChange ? CommandIDs(device: daemon.nextDevice()) : nil
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        if isDone { return .done }
        request.begin(method, command: commands?.next())
        params(&request)
        request.end()
        return .asked
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        latencies.record(Double(waitedNS) / 1_000)
        answer = line.beginning
        endNS = nowNS
        // Reads of everything may be refused for their length; that is reported, not thrown.
        guard line.has(.result) || commands == nil else { throw .refused(asked: method, answer: answer) }
        return true
    }
}
