/// How long one scan takes by the number of picks on its tour.
struct TourSizePart {
    let bench: DaemonBench

    private static let picks = [6, 20, 60, 200]
    /// The sizes take turns, so that whatever else the machine does meets them all alike.
    private static let rounds = 5
    private static let scansPerRound = 60
    private static let growthAsked = 1.1

    /// A picker on tours of one size.
    private final class Walk {
        let picks: Int
        let picker: Picker
        var latencies = Latencies()

        init(picks: Int, _ floor: LoadFloor) throws(WireFault) {
            self.picks = picks
            picker = try Picker(floor.daemon, totes: floor.totes)
            picker.onScan = { [unowned self] scan in
                if ["bin", "item", "quantity", "tote"].contains(scan.expect), !scan.isBinding {
                    latencies.record(Double(scan.waitedNS) / 1_000)
                }
            }
        }
    }

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: 12, totes: 1_000)
        let caller = try floor.daemon.caller()
        var walks: [Walk] = []
        for picks in Self.picks { walks.append(try Walk(picks: picks, floor)) }
        for round in 1...Self.rounds {
            for walk in walks { try go(on: walk, untilScans: round * Self.scansPerRound, floor, caller) }
        }
        try floor.stop()
        for walk in walks {
            report.add(
                Figure(
                    what: "a scan, \(walk.picks) picks on its tour", value: half(walk) / 1_000,
                    unit: .milliseconds,
                    detail: "median of \(walk.latencies.microseconds.count), p99 "
                        + time(walk.latencies.percentile(0.99) ?? .nan)))
        }
        if let first = walks.first, let last = walks.last {
            report.add(
                Figure(
                    what: "\(last.picks) picks to \(first.picks)", value: half(last) / half(first),
                    unit: .times,
                    limits: [.init(name: "asked at most", value: Self.growthAsked)]))
        }
    }

    private func half(_ walk: Walk) -> Double { walk.latencies.percentile(0.5) ?? .nan }

    /// Walks on, on tours of one order each.
    private func go(
        on walk: Walk, untilScans count: Int, _ floor: LoadFloor, _ caller: Caller
    ) throws(WireFault) {
        while walk.latencies.microseconds.count < count {
            if !walk.picker.isOnTour {
                let order = floor.book.next(.init(lines: walk.picks...walk.picks, pieces: 2...2))
                try floor.allocate(order)
                try caller.change("order.release", ["order_id": .string(order.id)])
            }
            walk.picker.setGoal(.tourEnd)
            try LoadLoop.run([walk.picker]) { _ in walk.latencies.microseconds.count < count }
        }
    }
}
