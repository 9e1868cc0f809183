/// How long single answers took, in microseconds.
struct Latencies {
    private(set) var microseconds: [Double] = []

    mutating func measure<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
        let start = ContinuousClock.now
        let answer = try work()
        microseconds.append(start.duration(to: .now) / .microseconds(1))
        return answer
    }

    mutating func record(_ wait: Double) { microseconds.append(wait) }

    /// Records a wait, and those of all who would have come meanwhile at this interval: one who asks only
    /// after the answer before sees a standstill once, however many it keeps waiting.
    mutating func record(_ wait: Double, every interval: Double) {
        var left = wait
        repeat {
            microseconds.append(left)
            left -= interval
        } while left > 0
    }

    /// The wait that so large a share did not exceed; nil where nothing was measured.
    func percentile(_ share: Double) -> Double? {
        let sorted = microseconds.sorted()
        if sorted.isEmpty { return nil }
        return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }

    var description: String {
        guard let half = percentile(0.5), let most = percentile(0.99), let worst = microseconds.max() else {
            return "nothing measured"
        }
        let mean = Int(microseconds.reduce(0, +)) / microseconds.count
        return "µs: mean \(mean), p50 \(Int(half)), p99 \(Int(most)), max \(Int(worst))"
    }
}
