/// Reads the whole audit, page after page.
final class Auditor: Worker {
    let channel: WireChannel
    private(set) var isDone = false
    /// What the first page that was not sound said of it; nil where all were.
    private(set) var breach: String?
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
        if line.beginning.contains("\"sound\":false"), breach == nil { breach = Self.breach(in: line) }
        next = line.text("next")
        isDone = next == nil
        return true
    }

    private static let breachBytes = 200

    /// The first rule that has breaches, as far as it is worth a line.
    private static func breach(in line: WireLine) -> String {
        let text = String(decoding: line.bytes, as: UTF8.self)
        let parts = text.split(separator: #""breaches":["#).dropFirst().filter { !$0.hasPrefix("]") }
        return String((parts.first ?? text[...]).prefix(breachBytes))
    }
}
