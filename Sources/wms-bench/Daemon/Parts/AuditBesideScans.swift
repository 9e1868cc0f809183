/// How long the audit takes, page by page, while a picker scans, and how long the picker waits meanwhile.
struct AuditBesideScans {
    let floor: LoadFloor

    /// Their scans take longer than most audits.
    private static let orders = 240
    private static let scanEveryMS = 10
    /// A small audit is made again and again for so long.
    private static let leastS = 1.0
    private static let scanAskedMS = 30.0

    func measure() throws(WireFault) -> [Figure] {
        let orders = (0..<Self.orders).map { _ in floor.book.next(.init(lines: 1...1)) }
        for order in orders { try floor.allocate(order) }
        try floor.release(orders)
        let picker = try Picker(floor.daemon, totes: floor.totes)
        picker.setGoal(.noTourLeft)
        let scanner = Paced(picker, everyMS: Self.scanEveryMS, isMeasured: { picker.isScanning })
        var (audits, pages): (Latencies, Latencies) = (Latencies(), Latencies())
        var (pageCount, breach): (Int, String?) = (0, nil)
        let startNS = monotonicNS()
        repeat {
            let audit = try Auditor(floor.daemon)
            let beginNS = monotonicNS()
            try LoadLoop.run([scanner, audit]) { _ in !audit.isDone }
            audits.record(Double(audit.endNS - beginNS) / 1_000)
            for page in audit.latencies.microseconds { pages.record(page) }
            (pageCount, breach) = (audit.pages, breach ?? audit.breach)
        } while seconds(since: startNS) < Self.leastS
        if picker.isOnTour {
            picker.setGoal(.tourEnd)
            try LoadLoop.run([picker])
        }
        let verdict = breach.map { "NOT SOUND: \($0)" } ?? "sound"
        return [
            milliseconds("audit", audits.percentile(0.5), "\(verdict), \(pageCount) pages"),
            milliseconds(
                "an audit page", pages.percentile(0.5), "p99 \(time(pages.percentile(0.99) ?? .nan))"),
            milliseconds(
                "the longest audit page", pages.microseconds.max(), "of \(pages.microseconds.count)"),
        ] + figures(of: scanner.latencies(untilNS: .max))
    }

    private func figures(of scans: Latencies) -> [Figure] {
        var longest = milliseconds("the longest scan beside the audit", scans.microseconds.max(), "")
        longest.limits = [.init(name: "asked at most", value: Self.scanAskedMS)]
        return [
            milliseconds(
                "a scan beside the audit", scans.percentile(0.5),
                "median of \(scans.microseconds.count), p99 \(time(scans.percentile(0.99) ?? .nan))"),
            longest,
        ]
    }

    private func milliseconds(_ what: String, _ microseconds: Double?, _ detail: String) -> Figure {
        Figure(what: what, value: (microseconds ?? .nan) / 1_000, unit: .milliseconds, detail: detail)
    }
}
