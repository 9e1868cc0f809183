import Domain
import JSON
import Operations

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
    func allocate(_ orders: [DemoOrder]) throws(DemoFault) {
        for order in orders { floor.note(driver: order.driver, ofOrder: order.id) }
        let warehouse = WarehouseCode(demo.layout.warehouse.text)
        try orderManagement.callAll(orders.map { $0.request(warehouse: warehouse) })
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
    func tours() throws(DemoFault) -> [TourSummary] { try lead.list(TourList()) }

    private func allocateAndRelease(_ orders: ArraySlice<DemoOrder>) throws(DemoFault) {
        try allocate(Array(orders))
        var release = OrderRelease()
        release.isAll = true
        var result = try lead.call(release)
        // It goes on by itself; the same again says how far it has come.
        while result.left > 0 {
            floor.waitALittle()
            result = try lead.call(release)
        }
        if result.waiting > 0 { throw .ordersLeft(try reasonsToWait()) }
    }

    private func reasonsToWait() throws(DemoFault) -> [String] {
        var reasons: [String] = []
        var accepted = OrderList()
        accepted.stage = .accepted
        for order in try lead.list(accepted) {
            var explain = OrderExplain()
            explain.name.order = order.order
            let why = try lead.call(explain).why
            reasons.append("\(order.order): \(why.joined(separator: " "))")
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
        for order in try lead.list(OrderList()) where ids.contains(order.order.text) {
            if ![.inTransit, .closed].contains(order.stage) {
                left.append("\(order.order) is \(order.stage.rawValue)")
            }
        }
        if !left.isEmpty { throw .ordersLeft(left) }
    }

    /// Audits the daemon and ends the subscription.
    func close() throws(DemoFault) {
        var rules: Set<String> = []
        var audit = Audit()
        repeat {
            let page = try lead.call(audit)
            guard page.isSound else { throw .unsound(JSONValue.object(page.json).description) }
            rules.formUnion(page.rules.map(\.rule))
            audit.after = page.next
        } while audit.after != nil
        demo.console.good("audit    all \(rules.count) rules hold")
        listener.stop()
        _ = try watch.wait()
    }
}
