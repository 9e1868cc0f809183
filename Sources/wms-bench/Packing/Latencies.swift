/// How long single answers took.
struct Latencies {
    private var microseconds: [Double] = []

    mutating func measure<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
        let start = ContinuousClock.now
        let answer = try work()
        microseconds.append(start.duration(to: .now) / .microseconds(1))
        return answer
    }

    var description: String {
        let sorted = microseconds.sorted()
        guard let most = sorted.last else { return "nothing measured" }
        func percentile(_ share: Double) -> Int {
            Int(sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))])
        }
        let mean = Int(sorted.reduce(0, +)) / sorted.count
        return "µs: mean \(mean), p50 \(percentile(0.5)), p99 \(percentile(0.99)), max \(Int(most))"
    }
}
