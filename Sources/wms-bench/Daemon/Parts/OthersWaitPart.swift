/// How long everybody else waits while something large goes on.
struct OthersWaitPart {
    let bench: DaemonBench

    private static let p99AskedMS = 10.0
    private static let maxAskedMS = 30.0
    private static let skusPerSecondAsked = 1_000_000 / 30.0
    private static let probeEveryMS = 5
    private static let quietS = 1.0
    private static let ordersForProbe = 480
    /// 5,000 pieces of 20 SKUs.
    private static let large = OrderBook.Kind(lines: 20...20, pieces: 250...250, priority: 100)
    private static let usual = OrderBook.Kind(lines: 3...3)

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: 12, totes: 9_000)
        try floor.allocate(Self.ordersForProbe, Self.usual)
        try floor.releaseAll()
        let probes = try Probes(floor, everyMS: Self.probeEveryMS)
        try measure("nothing else goes on", noLoad(), probes, report)
        for count in bench.releases { try release(count, floor, probes, report) }
        try pack(floor, probes, report)
        try bringSKUs(floor, probes, report)
        try floor.stop()
    }

    /// What goes on while the others are measured.
    private struct BackgroundLoad {
        var workers: [any Worker] = []
        let isOver: () -> Bool
        /// Who asks later is not counted.
        let endNS: () -> Int
    }

    private func noLoad() -> BackgroundLoad {
        let endNS = monotonicNS() + Int(Self.quietS * 1e9)
        return BackgroundLoad(isOver: { monotonicNS() >= endNS }, endNS: { endNS })
    }

    /// - Returns: how long it went on, in seconds.
    @discardableResult
    private func measure(
        _ what: String, _ load: BackgroundLoad, _ probes: Probes, _ report: Report
    ) throws(WireFault) -> Double {
        let startNS = monotonicNS()
        let paced = probes.begin()
        try LoadLoop.run(paced.map(\.worker) + load.workers) { _ in !load.isOver() }
        let spent = Double(load.endNS() - startNS) / 1e9
        for probe in paced {
            let latencies = probe.worker.latencies(untilNS: load.endNS())
            guard let half = latencies.percentile(0.5), let most = latencies.percentile(0.99),
                let worst = latencies.microseconds.max()
            else { continue }
            let name = "\(probe.name) while \(what)"
            report.add(
                Figure(
                    what: "p99 of \(name)", value: most / 1_000, unit: .milliseconds,
                    detail: "p50 \(time(half)), over \(Figure.Unit.seconds.text(spent))",
                    limits: [.init(name: "asked at most", value: Self.p99AskedMS)]))
            report.add(
                Figure(
                    what: "max of \(name)", value: worst / 1_000, unit: .milliseconds,
                    limits: [.init(name: "asked at most", value: Self.maxAskedMS)]))
        }
        return spent
    }

    private func release(
        _ count: Int, _ floor: LoadFloor, _ probes: Probes, _ report: Report
    ) throws(WireFault) {
        try floor.allocate(count, Self.usual)
        let release = try Release(floor.daemon)
        let what = "\(count) orders are released and planned"
        let spent = try measure(
            what, BackgroundLoad(workers: [release], isOver: { release.isDone }, endNS: { release.endNS }),
            probes,
            report)
        report.add(
            Figure(
                what: "release of \(count) orders, until full carts are planned", value: spent,
                unit: .seconds,
                detail: release.answerWasTooLong ? "its answer was too long for a line" : ""))
    }

    /// From the drop of the tote, when parcels may be planned, to the last label or until it is time for other
    /// parts.
    private func pack(_ floor: LoadFloor, _ probes: Probes, _ report: Report) throws(WireFault) {
        let order = floor.book.next(Self.large)
        try floor.allocate(order)
        try floor.daemon.caller().change("order.release", ["order_id": .string(order.id)])
        let picker = try Picker(floor.daemon, totes: floor.totes)
        picker.setGoal(.station)
        try LoadLoop.run([picker])
        picker.setGoal(.tourEnd)
        let packer = try Packer(
            floor.daemon, bench: 1, totes: TotePool(count: 0), orders: [order.id],
            booksDelivery: floor.booksDelivery)
        let packing = Waiting(packer) { picker.isAtGoal }
        let untilNS = monotonicNS() + Int(bench.packingS * 1e9)
        try measure(
            "5,000 pieces are packed",
            BackgroundLoad(
                workers: [picker, packing], isOver: { packer.done == 1 || monotonicNS() > untilNS },
                endNS: { packing.lastReceivedNS }), probes, report)
        report.add(
            Figure(
                what: "pack.start of 5,000 pieces", value: (packer.starts.percentile(1) ?? .nan) / 1_000,
                unit: .milliseconds))
    }

    private func bringSKUs(_ floor: LoadFloor, _ probes: Probes, _ report: Report) throws(WireFault) {
        let (first, count) = (LoadWarehouse.skuCount, bench.importedSKUs)
        let importer = try Importer(floor.daemon, .skus(first..<first + count))
        let spent = try measure(
            "\(count) SKUs are imported",
            BackgroundLoad(workers: [importer], isOver: { importer.isDone }, endNS: { importer.endNS }),
            probes,
            report)
        report.add(
            Figure(
                what: "import of \(count) SKUs", value: Double(count) / spent, unit: .perSecond,
                detail: "\(Figure.Unit.seconds.text(spent)), while others ask",
                limits: [.init(name: "asked at least", value: Self.skusPerSecondAsked)]))
    }
}
