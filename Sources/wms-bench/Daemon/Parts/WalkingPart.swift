import JSON
import PickRouting

/// Walking saved by the daemon's own batches over carts filled first come first served.
struct WalkingPart {
    let bench: DaemonBench

    private static let orders = 1_000
    private static let ordersPerCart = 12
    private static let savingAsked = 0.45
    private static let nextAskedMS = 5.0
    private static let kind = OrderBook.Kind(lines: 1...4)
    private static let rowsPerPage = 500

    func run(_ report: Report) throws(WireFault) {
        let floor = try LoadFloor(bench, cart: Self.ordersPerCart, totes: 1)
        let orders = (0..<Self.orders).map { _ in floor.book.next(Self.kind) }
        // One after the other: they come in this order.
        for order in orders { try floor.allocate(order) }
        let release = try Release(floor.daemon)
        let startNS = monotonicNS()
        try LoadLoop.run([release])
        let spent = Double(release.endNS - startNS) / 1e9
        let planned = try startAllTours(floor)
        let (tours, metres) = try lengths(floor.daemon.caller())
        let served = try firstComeFirstServed(orders)
        try floor.stop()
        report.add(
            Figure(
                what: "walking saved over first come first served, \(Self.orders) orders of 1 to 4 lines",
                value: 1 - metres / served, unit: .share,
                detail:
                    "\(tours) tours, \(Int(metres)) m, \(Int(served)) m first come first served, planned in "
                    + Figure.Unit.seconds.text(spent),
                limits: [.init(name: "asked at least", value: Self.savingAsked)]))
        report.add(
            Figure(
                what: "tour.next while they are fetched", value: (planned.percentile(1) ?? .nan) / 1_000,
                unit: .milliseconds, detail: "the longest of \(planned.microseconds.count), carts with room too",
                limits: [.init(name: "asked at most", value: Self.nextAskedMS)]))
    }

    /// Has somebody ask for each tour, so that carts with room on them are tours as well.
    private func startAllTours(_ floor: LoadFloor) throws(WireFault) -> Latencies {
        let caller = try floor.daemon.caller()
        var latencies = Latencies()
        for number in 1...Self.orders {
            let session = try caller.change(
                "session.start",
                [
                    "badge": .string("walker-\(number)"), "device": .string("w-\(number)"),
                    "cart": .string("W-\(number)"),
                ])["session"]
            let startNS = monotonicNS()
            let prompt = try caller.change("tour.next", ["session": session ?? .null])
            if prompt["expect"] == "none" { break }
            latencies.record(Double(monotonicNS() - startNS) / 1_000)
        }
        return latencies
    }

    /// How many tours are planned, and their metres all together.
    private func lengths(_ caller: Caller) throws(WireFault) -> (tours: Int, metres: Double) {
        var (tours, metres, after): (Int, Double, String?) = (0, 0, nil)
        while true {
            var params: JSONObject = ["limit": .int(Self.rowsPerPage)]
            params["after"] = after.map { .string($0) }
            let page = try caller.read("tour.list", params)
            let rows = page["tours"]?.array ?? []
            tours += rows.count
            metres += rows.reduce(0) { $0 + ($1["length_m"]?.double ?? .nan) }
            guard page["more"]?.bool == true, let last = rows.last?["tour"] else { return (tours, metres) }
            after = last.string ?? last.description
        }
    }

    private func firstComeFirstServed(_ orders: [OrderBook.Order]) throws(WireFault) -> Double {
        let floor = BenchFloor(
            aisles: LoadWarehouse.aisles, cells: LoadWarehouse.cells, crossAisles: LoadWarehouse.crossAisles,
            picks: (0..<LoadWarehouse.skuCount).map(LoadWarehouse.cell))
        let batcher = BatchPlanner(planner: floor.planner, limits: CartLimits(totes: Self.ordersPerCart))
        do throws(RoutingError) {
            let served = try batcher.firstComeFirstServed(
                orders.map { BatchOrder(places: $0.skus.map { .init(index: $0) }) }, from: floor.depot,
                to: floor.depot)
            return Double(served.totalMM) / 1_000
        } catch { throw .unexpected(asked: "first come first served", answer: "\(error)") }
    }
}
