/// How long single answers take, each asked for some times with nobody else at work.
struct GrowthCosts {
    let floor: LoadFloor

    static let ordersPerTour = 12

    private static let toursMeasured = 8
    private static let wrongScansPerTour = 5
    private static let timesAsked = 20
    private static let usual = OrderBook.Kind(lines: 1...1)

    func measure() throws(WireFault) -> [(what: String, latencies: Latencies)] {
        // These and no others go to the floor: whatever waits goes on waiting.
        let orders = (0..<Self.toursMeasured * Self.ordersPerTour).map { _ in floor.book.next(Self.usual) }
        for order in orders { try floor.allocate(order) }
        try floor.release(orders)
        var costs = try scans()
        let packer = try Packer(
            floor.daemon, bench: 0, totes: floor.totes, booksDelivery: floor.booksDelivery)
        try LoadLoop.run([packer])
        costs.append(("pack.start", packer.starts))
        for asker in try askers() {
            try LoadLoop.run([asker.worker])
            costs.append((asker.what, asker.worker.latencies))
        }
        return costs
    }

    private func scans() throws(WireFault) -> [(what: String, latencies: Latencies)] {
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
            picker.setGoal(.wrongBins(Self.wrongScansPerTour))
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

    private func askers() throws(WireFault) -> [(what: String, worker: Asker)] {
        let times = Self.timesAsked
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
}
