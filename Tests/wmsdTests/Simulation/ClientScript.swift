import Common
import JSON

/// What one client says in a simulation and what must come back, line by line: drawn from a seed, by a model that
/// knows nothing of the daemon.
///
/// A client moves goods between two bins of its own, so that what comes of each of its changes depends on its earlier
/// ones alone. No change is refused for what lies there: it would succeed when it is sent again later.
struct ClientScript {
    struct Step {
        /// Without its LF; comments may go before it.
        let line: String
        /// The member `id` of its answer.
        let id: JSONValue
        let expected: Expected
        /// Of a change that is not refused: each answer to it has the same result.
        var commandID: String?
    }

    enum Expected {
        /// The result has these members.
        case members(JSONObject)
        /// So many pieces lie in the bin that was asked for.
        case onHand(Int)
        case refused(kind: String)
    }

    let bins: [String]
    private(set) var steps: [Step] = []
    /// What lies in the bins once all has been said.
    private(set) var pieces: [Int] = [0, 0]
    /// How often what lies in each bin has changed by then.
    private(set) var changes: [Int] = [0, 0]
    private(set) var orders: [String] = []

    private struct Change {
        let id: String
        let method: String
        let params: JSONObject
        let result: JSONObject
    }

    private let name: String
    private var random: SplitMix64
    private var known: [Change] = []

    init(client number: Int, seed: UInt64, count: Int) {
        name = "c\(number)"
        bins = ["A-\(number)-01", "A-\(number)-02"]
        random = SplitMix64(seed: seed &* 1_000 &+ UInt64(number))
        for _ in 0..<count { addStep() }
    }

    private mutating func addStep() {
        switch random.next(below: 100) {
        case ..<36: receive()
        case ..<46: adjust()
        case ..<56: move()
        case ..<66: allocate()
        case ..<76: repeatChange()
        case ..<80: reuseID()
        case ..<90: read()
        case ..<94: misspell()
        case ..<97: misname()
        default: ping()
        }
    }
}

// MARK: Changes

extension ClientScript {
    private mutating func receive() {
        let (bin, quantity) = (random.next(below: 2), random.next(in: 1...5))
        book(quantity, in: bin)
        change("stock.receive", at(bin, ["qty": .int(quantity)]), ["on_hand": .int(pieces[bin])])
    }

    private mutating func adjust() {
        let (bin, quantity) = (random.next(below: 2), random.next(in: 1...3))
        book(quantity, in: bin)
        change(
            "stock.adjust", at(bin, ["delta": .int(quantity), "reason": "found"]),
            ["on_hand": .int(pieces[bin])])
    }

    private mutating func move() {
        let bin = random.next(below: 2)
        guard pieces[bin] > 0 else { return receive() }
        let quantity = random.next(in: 1...min(4, pieces[bin]))
        book(-quantity, in: bin)
        book(quantity, in: 1 - bin)
        change(
            "stock.move",
            [
                "from": .string(bins[bin]), "to": .string(bins[1 - bin]), "sku": "TEA-250G",
                "qty": .int(quantity),
            ], ["left": .int(pieces[bin]), "on_hand": .int(pieces[1 - bin])])
    }

    /// An order of one piece of what this client brought itself; now and then one that is known already.
    private mutating func allocate() {
        if let order = orders.last, random.chance(percent: 30) { return allocate(order) }
        guard orders.count < pieces[0] + pieces[1] else { return receive() }
        orders.append("ORD-\(name)-\(orders.count + 1)")
        allocate(orders[orders.count - 1])
    }

    private mutating func allocate(_ order: String) {
        let request: JSONValue = [
            "order_id": .string(order), "items": [["sku": "TEA-250G", "qty": 1]],
            "ship_to": ["name": "Ada Byron", "city": "Albany", "country": "US"], "delivery_sla": "ANY",
            "plan": ["warehouse": "WH-NY"],
        ]
        change("order.allocate", ["order": request], ["order_id": .string(order), "stage": "accepted"])
    }

    private mutating func book(_ quantity: Int, in bin: Int) {
        pieces[bin] += quantity
        changes[bin] += 1
    }

    private func at(_ bin: Int, _ more: JSONObject) -> JSONObject {
        var params: JSONObject = ["bin": .string(bins[bin]), "sku": "TEA-250G"]
        for (name, value) in more.members { params[name] = value }
        return params
    }

    private mutating func change(_ method: String, _ params: JSONObject, _ result: JSONObject) {
        let change = Change(
            id: "\(name)-\(known.count + 1)", method: method, params: params, result: result)
        known.append(change)
        send(change)
    }

    /// A change that was made before gets the answer that it got then.
    private mutating func repeatChange() {
        guard let change = known.randomElement(using: &random) else { return receive() }
        send(change)
    }

    private mutating func send(_ change: Change) {
        var params = change.params
        params["command_id"] = .string(change.id)
        add(change.method, params, .members(change.result), commandID: change.id)
    }

    /// An id that was used for something else.
    private mutating func reuseID() {
        guard let change = known.randomElement(using: &random) else { return receive() }
        add(
            "stock.receive", at(0, ["qty": 999, "command_id": .string(change.id)]),
            .refused(kind: "command_reused"))
    }
}

// MARK: All else

extension ClientScript {
    private mutating func read() {
        let bin = random.next(below: 2)
        add("stock.list", ["bin": .string(bins[bin])], .onHand(pieces[bin]))
    }

    private mutating func misname() { add("order.nosuch", [:], .refused(kind: "unknown_method")) }

    private mutating func misspell() {
        let line = #"{"jsonrpc":"2.0","id":7,"#
        steps.append(Step(line: line, id: .null, expected: .refused(kind: "not_json")))
    }

    /// In words, after a comment and a blank line, which nobody answers.
    private mutating func ping() {
        steps.append(Step(line: "# still there?\n\nping", id: .null, expected: .members(["pong": true])))
    }

    private mutating func add(
        _ method: String, _ params: JSONObject, _ expected: Expected, commandID: String? = nil
    ) {
        let id = JSONValue.string("\(name)/\(steps.count)")
        let line: JSONValue = [
            "jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(params),
        ]
        steps.append(Step(line: line.description, id: id, expected: expected, commandID: commandID))
    }
}
