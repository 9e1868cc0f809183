/// A daemon with the load's warehouse in it, and those who work there.
final class LoadFloor {
    let daemon: ServedDaemon
    let totes: TotePool
    let book = OrderBook()
    /// Whether the daemon has `order.delivered`, which closes orders.
    let booksDelivery: Bool
    private var pickers: [Picker] = []

    private static let pickersAtWork = 50
    private static let packersAtWork = 24
    private static let allocatorsAtWork = 50

    /// - Parameters:
    ///   - cart: orders on one cart.
    ///   - totes: how many there are; each order in work takes one.
    init(_ bench: DaemonBench, cart: Int, totes: Int) throws(WireFault) {
        daemon = try ServedDaemon(bench.programPath, on: bench.disk, totes: cart)
        self.totes = TotePool(count: totes)
        let caller = try daemon.caller()
        try caller.change("layout.load", ["yaml": .string(LoadWarehouse.yaml)])
        booksDelivery = try caller.knows("order.delivered")
        for kind in [.skus(0..<LoadWarehouse.skuCount), .stock, .boxes, .totes(totes)] as [Importer.Kind] {
            try LoadLoop.run([Importer(daemon, kind)])
        }
    }

    /// Allocates orders over many connections.
    func allocate(_ count: Int, _ kind: OrderBook.Kind) throws(WireFault) {
        var left = count
        let nextOrder = { [book] in
            left -= 1
            return left >= 0 ? book.next(kind).json : nil
        }
        var allocators: [Allocator] = []
        for _ in 0..<min(count, Self.allocatorsAtWork) {
            allocators.append(try Allocator(daemon, nextOrder: nextOrder))
        }
        try LoadLoop.run(allocators)
    }

    /// Allocates one order.
    func allocate(_ order: OrderBook.Order) throws(WireFault) {
        var left: String? = order.json
        let nextOrder = { () -> String? in
            defer { left = nil }
            return left
        }
        try LoadLoop.run([Allocator(daemon, nextOrder: nextOrder)])
    }

    /// - Parameter plans: whether to wait until the full carts are tours.
    func releaseAll(plans: Bool = true) throws(WireFault) {
        try LoadLoop.run([Release(daemon, waitsForPlan: plans)])
    }

    /// Picks, packs and hands over all that is released.
    ///
    /// - Returns: the orders that left.
    @discardableResult
    func fulfilReleased() throws(WireFault) -> Int {
        while pickers.count < Self.pickersAtWork { pickers.append(try Picker(daemon, totes: totes)) }
        for picker in pickers { picker.setGoal(.noTourLeft) }
        try LoadLoop.run(pickers)
        var packers: [Packer] = []
        for bench in 0..<Self.packersAtWork {
            packers.append(try Packer(daemon, bench: bench, totes: totes, booksDelivery: booksDelivery))
        }
        try LoadLoop.run(packers)
        return packers.reduce(0) { $0 + $1.done }
    }

    /// Ends the daemon, and with it every connection.
    func stop() throws(WireFault) {
        pickers = []
        try daemon.stop()
    }
}
