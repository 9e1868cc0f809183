import Foundation

/// What single answers cost by how much lies behind: closed orders, and orders that wait.
struct GrowthPart {
    let bench: DaemonBench

    /// Orders allocated, picked and sent off at a time.
    private static let ordersAtATime = 2_000
    private static let toursMeasured = 4
    private static let ordersPerTour = 12
    private static let growthAsked = 1.2
    private static let startAskedS = 3.0
    private static let memoryAskedMB = 500.0
    private static let usual = OrderBook.Kind(lines: 1...1)

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: Self.ordersPerTour, totes: Self.ordersAtATime * 2)
        var (closed, first): (Int, [String: Double]) = (0, [:])
        for target in points {
            if target == bench.history, bench.furtherSKUs > 0 {
                let first = LoadWarehouse.skuCount
                try LoadLoop.run([Importer(floor.daemon, .skus(first..<first + bench.furtherSKUs))])
            }
            while closed < target {
                try floor.allocate(min(Self.ordersAtATime, target - closed), Self.usual)
                try floor.releaseAll(plans: false)
                closed += try floor.fulfilReleased()
            }
            let isFirst = first.isEmpty
            let waiting = isFirst ? 0 : bench.waiting
            let state = "\(closed) closed, \(waiting) waiting"
            for (what, latencies) in try costs(on: floor, waiting: waiting) {
                let half = latencies.percentile(0.5) ?? .nan
                var figure = Figure(
                    what: "\(what), \(state)", value: half / 1_000, unit: .milliseconds,
                    detail: "max \(time(latencies.microseconds.max() ?? .nan))")
                if let before = first[what] {
                    figure.limits = [.init(name: "with nothing behind", value: before)]
                } else {
                    first[what] = half / 1_000
                }
                report.add(figure)
            }
            try audit(floor, state, report)
            try restart(floor, state, report)
            // Those just measured have been packed as well.
            closed += Self.toursMeasured * Self.ordersPerTour
        }
        try floor.stop()
    }

    /// 0, 1,000, 10,000 and so on, up to the history asked for.
    private var points: [Int] {
        let powers = sequence(first: 1_000) { $0 * 10 }.prefix { $0 < bench.history }
        return [0] + powers + [bench.history]
    }

    private func costs(
        on floor: LoadFloor, waiting: Int
    ) throws(WireFault) -> [(what: String, latencies: Latencies)] {
        try floor.allocate(Self.toursMeasured * Self.ordersPerTour, Self.usual)
        try floor.releaseAll()
        try floor.allocate(waiting, Self.usual)
        var costs = try scans(on: floor)
        let packer = try Packer(
            floor.daemon, bench: 0, totes: floor.totes, booksDelivery: floor.booksDelivery)
        try LoadLoop.run([packer])
        costs.append(("pack.start", packer.starts))
        for asker in try askers(floor) {
            try LoadLoop.run([asker.worker])
            costs.append((asker.what, asker.worker.latencies))
        }
        return costs
    }

    private func scans(on floor: LoadFloor) throws(WireFault) -> [(what: String, latencies: Latencies)] {
        var (next, usual, wrong, last) = (Latencies(), Latencies(), Latencies(), Latencies())
        let picker = try Picker(floor.daemon, totes: floor.totes)
        for _ in 0..<Self.toursMeasured {
            picker.onScan = { scan in
                let wait = Double(scan.waitedNS) / 1_000
                if scan.expect == "tour" { next.record(wait) } else { usual.record(wait) }
            }
            picker.setGoal(.firstBin(scansMore: 0))
            try LoadLoop.run([picker])
            picker.onScan = { wrong.record(Double($0.waitedNS) / 1_000) }
            picker.setGoal(.wrongBins(5))
            try LoadLoop.run([picker])
            picker.onScan = { usual.record(Double($0.waitedNS) / 1_000) }
            picker.setGoal(.station)
            try LoadLoop.run([picker])
            picker.onScan = { last.record(Double($0.waitedNS) / 1_000) }
            picker.setGoal(.tourEnd)
            try LoadLoop.run([picker])
        }
        return [
            ("tour.next", next), ("a scan", usual), ("a wrong scan", wrong),
            ("the last scan of a tour of \(Self.ordersPerTour) totes", last),
        ]
    }

    private func askers(_ floor: LoadFloor) throws(WireFault) -> [(what: String, worker: Asker)] {
        let times = 20
        var received = 0
        var askers = [
            (
                "stock.receive",
                try Asker(floor.daemon, "stock.receive", isChange: true, times: times) { request in
                    received += 1
                    request.add("bin", text: LoadWarehouse.bin(ofSKU: received))
                    request.add("sku", text: LoadWarehouse.sku(received))
                    request.add("qty", 12)
                }
            ),
            (
                "order.allocate",
                try Asker(floor.daemon, "order.allocate", isChange: true, times: times) {
                    [book = floor.book] in
                    $0.add("order", json: book.next(Self.usual).json)
                }
            ),
            ("status", try Asker(floor.daemon, "status", isChange: false, times: times)),
        ]
        for (method, filter) in Self.lists {
            let what = method + (filter.map { " \($0.name)=\($0.value)" } ?? "") + " limit=1"
            askers.append(
                (
                    what,
                    try Asker(floor.daemon, method, isChange: false, times: times) { request in
                        request.add("limit", 1)
                        if let filter { request.add(filter.name, text: filter.value) }
                    }
                ))
        }
        return askers
    }

    private static let lists: [(method: String, filter: (name: String, value: String)?)] = [
        ("order.list", nil), ("order.list", ("stage", "accepted")), ("order.list", ("driver", "D7")),
        ("stock.list", nil), ("stock.list", ("bin", "01-5-01")), ("sku.list", nil),
        ("tote.list", ("state", "free")),
        ("tour.list", nil), ("parcel.list", nil), ("parcel.list", ("driver", "D7")), ("label.list", nil),
        ("event.list", nil), ("session.list", nil),
    ]

    /// How long the audit takes, and how long the others wait meanwhile.
    private func audit(_ floor: LoadFloor, _ state: String, _ report: Report) throws(WireFault) {
        let audit = try Auditor(floor.daemon)
        let startNS = monotonicNS()
        let reader = Paced(
            try Asker(floor.daemon, "stock.available", isChange: false) {
                $0.add("sku", text: LoadWarehouse.sku(7))
            }, everyMS: 2)
        try LoadLoop.run([reader, audit]) { _ in !audit.isDone }
        report.add(
            Figure(
                what: "audit, \(state)", value: Double(audit.endNS - startNS) / 1e6, unit: .milliseconds,
                detail: "\(audit.isSound ? "sound" : "not sound"), \(audit.pages) pages, the slowest "
                    + time(audit.latencies.microseconds.max() ?? .nan)))
        let worst = reader.latencies(untilNS: audit.endNS).microseconds.max() ?? .nan
        report.add(
            Figure(
                what: "max of a read meanwhile, \(state)", value: worst / 1_000, unit: .milliseconds,
                limits: [.init(name: "asked at most", value: 30)]))
    }

    private func restart(_ floor: LoadFloor, _ state: String, _ report: Report) throws(WireFault) {
        let before = floor.daemon.residentMB
        try floor.stop()
        let bytes = floor.daemon.dataBytes
        let spent = try floor.daemon.start()
        report.add(
            Figure(
                what: "start, \(state)", value: spent, unit: .seconds,
                detail: "\(bytes >> 20) MB of data",
                limits: [.init(name: "asked at most", value: Self.startAskedS)]))
        report.add(
            Figure(
                what: "memory after the start, \(state)", value: floor.daemon.residentMB, unit: .megabytes,
                detail: "before the stop \(Figure.Unit.megabytes.text(before))",
                limits: [.init(name: "asked at most", value: Self.memoryAskedMB)]))
    }
}
