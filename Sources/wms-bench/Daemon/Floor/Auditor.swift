/// Reads the whole audit, page after page.
final class Auditor: Worker {
    let channel: WireChannel
    private(set) var isDone = false
    /// Whether all pages said so.
    private(set) var isSound = true
    private(set) var pages = 0
    /// How long each page took.
    private(set) var latencies = Latencies()
    private(set) var endNS = 0
    private var next: String?

    init(_ daemon: ServedDaemon) throws(WireFault) { channel = try daemon.channel() }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        if isDone { return .done }
        request.begin("audit")
        if let next { request.add("after", text: next) }
        request.end()
        return .asked
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        guard line.has(.result) else { throw .refused(asked: "audit", answer: line.beginning) }
        latencies.record(Double(waitedNS) / 1_000)
        (pages, endNS) = (pages + 1, nowNS)
        if line.beginning.contains("\"sound\":false") { isSound = false }
        next = line.text("next")
        isDone = next == nil
        return true
    }
}
