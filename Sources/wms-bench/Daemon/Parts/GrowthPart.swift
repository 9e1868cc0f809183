/// What single answers cost by how much lies behind: closed orders, orders that wait, SKUs.
///
/// Everything is measured twice in one run, on a new daemon and on one with the history that is asked for, so that the
/// machine is the same.
struct GrowthPart {
    let bench: DaemonBench

    /// Enough for the orders of a measurement; how many more are played makes no difference.
    private static let totes = 2_400
    private static let startAskedS = 3.0
    private static let memoryAskedMB = 500.0
    private static let bytesPerMB = 1_048_576.0

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: GrowthCosts.ordersPerTour, totes: Self.totes)
        let history = try PlayedHistory(on: floor)
        let first = try measure(floor)
        add(first, "nothing behind", before: [], to: report)
        try floor.releaseAll(plans: false)
        try floor.fulfilReleased()
        let sizes = try history.grow(to: bench.historyWanted)
        for figure in figures(of: sizes, copyingS: history.copyingS) { report.add(figure) }
        let last = try measure(floor)
        add(last, "\(sizes.closed) closed, \(sizes.waiting) waiting", before: first, to: report)
        try floor.stop()
    }

    /// Starts the daemon, which is stopped, and measures it.
    private func measure(_ floor: LoadFloor) throws(WireFault) -> [Figure] {
        let megabytes = Double(floor.daemon.dataBytes) / Self.bytesPerMB
        let start = try floor.daemon.start()
        var figures = [
            Figure(what: "data folder", value: megabytes, unit: .megabytes),
            Figure(
                what: "start", value: start, unit: .seconds,
                limits: [.init(name: "asked at most", value: Self.startAskedS)]),
            Figure(
                what: "memory after the start", value: floor.daemon.residentMB, unit: .megabytes,
                limits: [.init(name: "asked at most", value: Self.memoryAskedMB)]),
        ]
        for (what, latencies) in try GrowthCosts(floor: floor).measure() {
            figures.append(
                Figure(
                    what: what, value: (latencies.percentile(0.5) ?? .nan) / 1_000, unit: .milliseconds,
                    detail: "median of \(latencies.microseconds.count), max "
                        + time(latencies.microseconds.max() ?? .nan)))
        }
        figures += try AuditBesideScans(floor: floor).measure()
        figures.append(
            Figure(
                what: "memory after all that", value: floor.daemon.residentMB, unit: .megabytes,
                limits: [.init(name: "asked at most", value: Self.memoryAskedMB)]))
        return figures
    }

    private func add(_ figures: [Figure], _ state: String, before: [Figure], to report: Report) {
        for figure in figures {
            var limits = figure.limits
            if let first = before.first(where: { $0.what == figure.what }) {
                limits.insert(.init(name: "with nothing behind", value: first.value), at: 0)
            }
            report.add(
                Figure(
                    what: "\(figure.what), \(state)", value: figure.value, unit: figure.unit,
                    detail: figure.detail, limits: limits))
        }
    }

    private func figures(of sizes: PlayedHistory.Sizes, copyingS: Double) -> [Figure] {
        [
            Figure(
                what: "closed orders in the archive", value: Double(sizes.closed), unit: .count,
                detail: "copies of played ones, made in \(Figure.Unit.seconds.text(copyingS))"),
            Figure(what: "orders in transit", value: Double(sizes.inTransit), unit: .count),
            Figure(what: "orders that wait", value: Double(sizes.waiting), unit: .count),
            Figure(what: "SKUs known", value: Double(sizes.skus), unit: .count),
            Figure(what: "events kept", value: Double(sizes.events), unit: .count),
            Figure(what: "answers kept", value: Double(sizes.answers), unit: .count),
        ]
    }
}
