/// Counts what is answered within a window of time, and how long it took.
final class Meter {
    private let beginNS: Int
    private(set) var endNS: Int
    private var latencies = Latencies()
    /// All that was answered, within the window or not.
    private(set) var total = 0

    /// Opens a window after so many seconds, for so many.
    init(afterS: Double, forS: Double) {
        beginNS = monotonicNS() + Int(afterS * 1e9)
        endNS = beginNS + Int(forS * 1e9)
    }

    func isOpen(at nowNS: Int) -> Bool { nowNS < endNS }

    /// Closes the window early.
    func close(at nowNS: Int) { endNS = min(endNS, max(nowNS, beginNS)) }

    func count(waitedNS: Int, at nowNS: Int) {
        total += 1
        guard (beginNS..<endNS).contains(nowNS) else { return }
        latencies.record(Double(waitedNS) / 1_000)
    }

    var perSecond: Double { Double(latencies.microseconds.count) / (Double(endNS - beginNS) / 1e9) }

    var description: String {
        guard let half = latencies.percentile(0.5), let most = latencies.percentile(0.99) else {
            return "nothing answered in time"
        }
        return "p50 \(time(half)), p99 \(time(most))"
    }
}
