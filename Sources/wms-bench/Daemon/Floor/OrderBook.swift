import Common

/// Orders as an allocation engine sends them; the same ones in every run.
final class OrderBook {
    /// What the orders are like.
    struct Kind {
        var lines: ClosedRange<Int>
        var pieces: ClosedRange<Int> = 1...1
        var priority: Int?
    }

    struct Order {
        let id: String
        /// The SKUs of its lines, by their numbers.
        let skus: [Int]
        /// The value of `order.allocate`'s `order`.
        let json: String
    }

    private var random: SplitMix64
    private var made = 0

    init(seed: UInt64 = 1) { random = SplitMix64(seed: seed) }

    /// The next order, its SKUs drawn evenly from the whole floor.
    func next(_ kind: Kind) -> Order {
        made += 1
        let id = "ORD-\(made.zeroPadded(to: 8))"
        var skus: [Int] = []
        for _ in 0..<drawn(kind.lines) { skus.append(random.next(below: LoadWarehouse.skuCount)) }
        var (capacity, items) = (0, "")
        for sku in skus {
            let pieces = drawn(kind.pieces)
            capacity += pieces
            items += items.isEmpty ? "" : ","
            items += #"{"sku":"\#(LoadWarehouse.sku(sku))","qty":\#(pieces),"capacity":\#(pieces)}"#
        }
        let priority = kind.priority.map { #","priority":\#($0)"# } ?? ""
        let json = """
            {"order_id":"\(id)","items":[\(items)],"total_capacity":\(capacity),"ship_to":{"name":"Alex Rivera",\
            "lines":["12 Main Street"],"city":"New York","postcode":"10001","country":"US","lat":40.71,"lng":-74.0},\
            "delivery_sla":"NEXT_DAY","plan":{"warehouse":"\(LoadWarehouse.name)","driver":"\(Self.driver(ofOrder: id))"}\
            \(priority)}
            """
        return Order(id: id, skus: skus, json: json)
    }

    /// The driver of an order, known from its id: fifty of them.
    static func driver(ofOrder id: String) -> String { "D\((Int(id.suffix(2)) ?? 0) % 50)" }

    private func drawn(_ range: ClosedRange<Int>) -> Int { random.next(in: range) }
}

/// Somebody at the order side, who allocates one order after the other.
final class Allocator: Worker {
    let channel: WireChannel
    private let nextOrder: () -> String?
    private let meter: Meter?
    private var commands: CommandIDs

    /// - Parameter nextOrder: the next order; nil where there is none left.
    init(_ daemon: ServedDaemon, meter: Meter? = nil, nextOrder: @escaping () -> String?) throws(WireFault) {
        channel = try daemon.channel()
        commands = CommandIDs(device: daemon.nextDevice())
        self.meter = meter
        self.nextOrder = nextOrder
    }

    func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
        guard let order = nextOrder() else { return .done }
        request.begin("order.allocate", command: commands.next())
        request.add("order", json: order)
        request.end()
        return .asked
    }

    func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
        guard line.has(.result) else { throw .refused(asked: "order.allocate", answer: line.beginning) }
        meter?.count(waitedNS: waitedNS, at: nowNS)
        return true
    }
}
