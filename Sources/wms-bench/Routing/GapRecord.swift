/// Gaps and times of many instances, printed as one row.
struct GapRecord {
    private var gaps: [Double] = []
    private var times: [Double] = []
    private var proven = 0
    private var met = 0

    var count: Int { gaps.count }
    var meanGap: Double { mean(gaps) }

    /// - Parameter best: the length to compare with, in units of the set.
    mutating func add(lengthMM: Int, best: Double, isProven: Bool, microseconds: Double) {
        let gap = Double(lengthMM) / (best * Double(BenchFloor.unitMM)) - 1
        gaps.append(gap)
        times.append(microseconds)
        if isProven { proven += 1 }
        if gap < 1e-9 { met += 1 }
    }

    func print(_ name: String, asked: Double, within microseconds: Double) {
        guard count > 0 else { return row("\(name): skipped, no instance found", gap: "", time: "") }
        let sorted = gaps.sorted()
        let tenth = sorted[(sorted.count * 9 / 10)...]
        let gap = mean(gaps)
        row(
            "\(name), \(count) instances, asked \(percent(asked)) in \(time(microseconds))",
            gap: [
                "mean \(percent(gap))", "\(String(rounded: gap / asked)) of the gap asked",
                "worst tenth \(percent(mean(Array(tenth))))", "worst \(percent(sorted.last ?? .nan))",
                "\(met * 100 / count) % at the best", "\(proven * 100 / count) % proven",
            ].joined(separator: "; "),
            time: [
                "mean \(time(mean(times)))", "median \(time(median(times)))",
                "longest \(time(times.max() ?? .nan))",
                "\(String(rounded: mean(times) / microseconds)) of the time asked",
            ].joined(separator: "; "))
    }
}

extension String {
    /// A ratio with two decimals.
    init(rounded ratio: Double) { self.init(Double(Int((ratio * 100).rounded())) / 100) }
}
