/// Bytes that an order of three lines leaves in the data folder, from allocation to handover.
struct StoragePart {
    let bench: DaemonBench

    private static let bytesAsked = 6_000.0
    private static let kind = OrderBook.Kind(lines: 3...3)

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: 12, totes: bench.storedOrders)
        // The first ones make pages and rows that all later ones share.
        try work(min(60, bench.storedOrders), floor)
        try floor.stop()
        let before = floor.daemon.dataBytes
        try floor.daemon.start()
        try work(bench.storedOrders, floor)
        try floor.stop()
        let bytes = Double(floor.daemon.dataBytes - before) / Double(bench.storedOrders)
        report.add(
            Figure(
                what: "data of an order of three lines, allocation to handover", value: bytes, unit: .bytes,
                detail: "\(bench.storedOrders) orders, answers and events kept as by default",
                limits: [.init(name: "asked at most", value: Self.bytesAsked)]))
    }

    private func work(_ count: Int, _ floor: LoadFloor) throws(WireFault) {
        try floor.allocate(count, Self.kind)
        try floor.releaseAll(plans: false)
        try floor.fulfilReleased()
    }
}
