import JSON

/// A working day: orders come in, and pickers, packers and a driver work on them at the same time.
final class Shift {
    let demo: Demonstration
    let lead: Party
    let floor: WorkFloor
    let listener = EventListener()
    let totes: [String]

    /// Orders that are sent and released together, as they would be every few minutes.
    private static let waveOrders = 60
    private static let totesPerPicker = 60

    private let orderManagement: Party
    private let watch: Crew

    init(demo: Demonstration) throws(DemoFault) {
        self.demo = demo
        totes = (1...demo.options.pickers * Self.totesPerPicker).map { "T-\($0)" }
        lead = try Party("lead", socket: demo.folder.socket)
        orderManagement = try Party("oms", socket: demo.folder.socket)
        floor = WorkFloor(socket: demo.folder.socket, totes: totes)
        watch = Crew { [floor] in floor.abandon() }
        watch.add { [listener, floor] () throws(DemoFault) in try listener.listen(on: floor.socket) }
    }

    /// Sends orders from the order management side.
    func allocate(_ orders: [DemoOrder]) throws(DemoFault) -> [JSONValue] {
        for order in orders { floor.note(driver: order.driver, ofOrder: order.id) }
        return try orderManagement.changeAll(
            "order.allocate", orders.map { $0.request(warehouse: demo.layout.warehouse.text) })
    }

    /// Works all orders of a world from allocation to handover, and shows the sums.
    func work(_ world: World) throws(DemoFault) {
        let toursBefore = try tours().count
        let progress = ShiftProgress(listener: listener, orders: world.orders.count, console: demo.console)
        let people = try People(demo: demo, floor: floor)
        do throws(DemoFault) {
            var left = world.orders[...]
            while !left.isEmpty {
                try allocateAndRelease(left.prefix(Self.waveOrders))
                left = left.dropFirst(Self.waveOrders)
                progress.show()
                try people.check()
            }
            floor.markAllReleased()
            while try !people.areDone(withinSeconds: 0.1) { progress.show() }
        } catch {
            floor.abandon()
            throw error
        }
        try awaitEvents()
        progress.show()
        demo.console.endProgress()
        let elapsed = progress.elapsed
        try checkThatAllWentOut(world)
        let tours = try tours().dropFirst(toursBefore).map(TourFigures.init)
        try ShiftSummary(shift: self, world: world, picks: people.picks, tours: tours, elapsed: elapsed)
            .show()
    }

    /// All tours, in the order in which they were planned.
    func tours() throws(DemoFault) -> [JSONValue] { try lead.list("tour.list", key: "tours", id: "tour") }

    private func allocateAndRelease(_ orders: ArraySlice<DemoOrder>) throws(DemoFault) {
        _ = try allocate(Array(orders))
        var answer = try lead.change("order.release", ["all": true])
        // It goes on by itself; the same again tells how far it has come.
        while answer["left"]?.int ?? 0 > 0 {
            floor.waitALittle()
            answer = try lead.change("order.release", ["all": true])
        }
        if answer["waiting"]?.int ?? 0 > 0 { throw .ordersLeft(try reasonsToWait()) }
    }

    private func reasonsToWait() throws(DemoFault) -> [String] {
        var reasons: [String] = []
        for order in try lead.list("order.list", ["stage": "accepted"], key: "orders", id: "order_id") {
            let why = try lead.ask("order.explain", ["order_id": order["order_id"] ?? .null])["why"]?.array ?? []
            reasons.append("\(order["order_id"]?.string ?? ""): \(why.compactMap(\.string).joined(separator: " "))")
        }
        return reasons
    }

    /// Waits until the subscriber has read what has happened.
    func awaitEvents() throws(DemoFault) {
        let head = try Party("demo", socket: demo.folder.socket).hello["head"]?.int ?? 0
        while listener.last < head {
            try watch.check()
            floor.waitALittle()
        }
    }

    private func checkThatAllWentOut(_ world: World) throws(DemoFault) {
        var left: [String] = []
        let ids = Set(world.orders.map(\.id))
        for order in try lead.list("order.list", key: "orders", id: "order_id") {
            guard let id = order["order_id"]?.string, ids.contains(id), let stage = order["stage"]?.string
            else { continue }
            if stage != "in_transit" && stage != "closed" { left.append("\(id) is \(stage)") }
        }
        if !left.isEmpty { throw .ordersLeft(left) }
    }

    /// Checks the books and sends the subscriber home.
    func close() throws(DemoFault) {
        var rules: Set<String> = []
        var params = JSONObject()
        repeat {
            let audit = try lead.ask("audit", params)
            guard audit["sound"]?.bool == true else { throw .unsound(audit.description) }
            rules.formUnion((audit["rules"]?.array ?? []).compactMap { $0["rule"]?.string })
            params["after"] = audit["next"]
        } while params["after"] != nil
        demo.console.good("audit    all \(rules.count) rules hold")
        listener.stop()
        _ = try watch.wait()
    }
}
