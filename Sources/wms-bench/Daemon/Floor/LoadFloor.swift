import Glibc
import JSON

/// A daemon with the load's warehouse in it, and those who work there.
final class LoadFloor {
    let daemon: ServedDaemon
    let totes: TotePool
    let book = OrderBook()
    /// Whether the daemon has `order.delivered`, which closes orders.
    let booksDelivery: Bool
    private var pickers: [Picker] = []

    /// Orders on one cart.
    private let cart: Int

    private static let pickersAtWork = 50
    private static let packersAtWork = 24
    private static let allocatorsAtWork = 50

    /// - Parameters:
    ///   - cart: orders on one cart.
    ///   - totes: how many there are; each order in work takes one.
    init(_ bench: DaemonBench, cart: Int, totes: Int) throws(WireFault) {
        self.cart = cart
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

    /// Releases these orders and no others, and waits until their carts are planned.
    func release(_ orders: [OrderBook.Order]) throws(WireFault) {
        let caller = try daemon.caller()
        for order in orders { try caller.change("order.release", ["order_id": .string(order.id)]) }
        var quietReads = 0
        while quietReads < Self.quietReadsWhenPlanned {
            usleep(Self.pollIntervalUS)
            quietReads = try caller.read("status")["planning"]?.bool == false ? quietReads + 1 : 0
        }
    }

    private static let quietReadsWhenPlanned = 2
    private static let pollIntervalUS: UInt32 = 250_000

    /// Picks, packs and hands over all that is released, however many orders these are: by turns, as many as there are
    /// totes for.
    ///
    /// - Returns: the orders that left.
    /// - Throws: ``WireFault/noToteLeft(of:)`` where the totes do not suffice for one cart though nothing waits at a
    ///   bench.
    @discardableResult
    func fulfilReleased() throws(WireFault) -> Int {
        let count = max(1, min(Self.pickersAtWork, totes.count / cart))
        while pickers.count < count { pickers.append(try Picker(daemon, totes: totes)) }
        var (left, isMore) = (0, true)
        while isMore {
            if totes.freeCount < cart { left += try packFilled() }
            guard totes.freeCount >= cart else { throw .noToteLeft(of: totes.count) }
            // Each that begins a tour may need a tote for every order on it, and so may all the others.
            let walking = Array(pickers.prefix(totes.freeCount / cart))
            for picker in walking { picker.setGoal(.whileTotesLast(least: walking.count * cart)) }
            try LoadLoop.run(walking)
            left += try packFilled()
            isMore = !walking.allSatisfy(\.isOutOfTours)
        }
        return left
    }

    /// Packs all that waits at the benches and hands it over.
    private func packFilled() throws(WireFault) -> Int {
        var packers: [Packer] = []
        for bench in 0..<Self.packersAtWork {
            packers.append(try Packer(daemon, bench: bench, totes: totes, booksDelivery: booksDelivery))
        }
        try LoadLoop.run(packers)
        return packers.reduce(0) { $0 + $1.done }
    }

    /// Says of every label that it is printed, as the printers' feeders do.
    func printLabels() throws(WireFault) {
        let caller = try daemon.caller()
        for state in ["queued", "spooled"] {
            while true {
                let page = try caller.read(
                    "label.list", ["state": .string(state), "limit": .int(Self.rowsPerPage)])
                guard let labels = page["labels"]?.array, !labels.isEmpty else { break }
                // What is queued is drawn first.
                if state == "queued" { usleep(Self.pollIntervalUS) }
                for label in labels where state == "spooled" {
                    try caller.change("label.outcome", ["job": label["job"] ?? .null, "outcome": "printed"])
                }
            }
        }
    }

    /// Ends the sessions of all who are at work, as at the end of a shift.
    func endSessions() throws(WireFault) {
        pickers = []
        let caller = try daemon.caller()
        while true {
            let page = try caller.read("session.list", ["limit": .int(Self.rowsPerPage)])
            guard let open = page["sessions"]?.array, !open.isEmpty else { return }
            for row in open { try caller.change("session.end", ["session": row["session"] ?? .null]) }
        }
    }

    private static let rowsPerPage = 100

    /// Ends the daemon, and with it every connection.
    func stop() throws(WireFault) {
        pickers = []
        try daemon.stop()
    }
}
