import Common
import Domain
import JSON

@testable import Fulfillment

/// A shift in which anything may happen next: each step draws one command, right or wrong. What was answered is told to
/// a naive model.
final class RandomShift {
    let site: TestSite
    let model = NaiveWarehouse()
    var random: SplitMix64
    private(set) var orders: [String] = []
    private(set) var pickers: [Worker] = []
    private(set) var packers: [Worker] = []
    private var commands = 0
    private var last: (method: String, params: JSONObject, id: String, answer: JSONValue?)?
    static let bins = ["A-1-01", "A-2-03", "B-3-02", "C-5-04", "J-20-01"]
    static let skus = ["PEN", "BRICK", "SERUM"]
    /// What nobody sends, and sends again, over the wire.
    private static let ofTheDaemon = ["labels.record", "history.slice", "release.slice"]

    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        site = try TestSite()
        for badge in ["P1", "P2", "P3"] { pickers.append(try picker(badge)) }
        for badge in ["K1", "K2"] { packers.append(try packer(badge)) }
        for _ in 0..<6 { try? stockCommand("stock.receive") }
    }

    /// One random command; throws the refusal where it was refused.
    func step() throws {
        let head = try site.site.head
        do { try anything() } catch {
            try noteCancellations(since: head)
            throw error
        }
        try noteCancellations(since: head)
    }

    private func anything() throws {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<5: try stockCommand("stock.receive")
        case 5..<7: try stockCommand("stock.adjust")
        case 7: try stockCommand("stock.move")
        case 8: try openCount()
        case 9..<15: try allocate()
        case 15..<18: try onOrder("order.release")
        case 18..<20: try run("order.release", ["all": true])
        case 20..<22: try onOrder(pick(["order.unrelease", "order.hold", "order.resume"]))
        case 22..<25: try cancel()
        case 25: try repeatLast()
        case 26..<28: try handOver(anyParcel())
        case 28: try change(pick(Array(pickers.indices)))
        case 29..<31: try onLabel()
        case 31: try chance(50) ? restart() : fileOrders()
        case 32: try chance(50) ? site.plan(.prompt) : releaseSlice()
        case 33..<73: try atWork(pick(pickers)) { "" }
        default: try atWork(pick(packers)) { try self.orderOnFloor() }
        }
    }

    func picker(_ badge: String) throws -> Worker {
        try Worker(site, model, badge: badge, at: .cart("CART-\(badge)"))
    }

    func packer(_ badge: String) throws -> Worker {
        try Worker(site, model, badge: badge, at: .station("PACK-1"))
    }

    func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    @discardableResult
    func run(_ method: String, _ params: JSONObject) throws -> JSONValue {
        commands += 1
        return try send(method, params, id: "c-\(commands)")
    }

    private func send(_ method: String, _ params: JSONObject, id: String) throws -> JSONValue {
        if !Self.ofTheDaemon.contains(method) { last = (method, params, id, nil) }
        let head = try site.site.head
        let answer = try site.done(method, params, id: id)
        if last?.id == id { last?.answer = answer }
        if method == "order.allocate" { orders.append(params["order"]?["order_id"]?.string ?? "") }
        model.note(method, params, answer)
        for event in try site.site.events(after: head, types: [.orderReleased], limit: 1_000).events {
            model.noteRelease(of: try JSONValue(parsing: event.text)["subject"]?.string ?? "")
        }
        return answer
    }

    func noteCancellations(since head: Int) throws {
        for event in try site.site.events(after: head, types: [.orderCancelled], limit: 1_000).events {
            model.noteCancellation(of: try JSONValue(parsing: event.text)["subject"]?.string ?? "")
        }
    }

    /// What was done is done once; what was refused may be done now.
    private func repeatLast() throws {
        guard let last else { return }
        guard let before = last.answer else {
            _ = try send(last.method, last.params, id: last.id)
            return
        }
        let again = try site.done(last.method, last.params, id: last.id)
        if again != before { model.fault("\(last.method) was answered \(before), then \(again)") }
    }

    // MARK: Stock

    private func stockCommand(_ method: String) throws {
        let sku = pick(Self.skus)
        var params: JSONObject = ["warehouse": "WH-NY", "sku": .string(sku), "bin": .string(pick(Self.bins))]
        if sku == "SERUM" {
            let lot = pick(["1", "2"])
            params["lot"] = .string("L\(lot)")
            params["expiry"] = .string("2027-0\(lot)-01")
        }
        switch method {
        case "stock.adjust":
            params["delta"] = .int(Int.random(in: -4...2, using: &random))
            params["reason"] = .string(pick(["count", "damaged", "lost"]))
        case "stock.move":
            params["to"] = .string(pick(Self.bins))
            params["qty"] = .int(Int.random(in: 1...3, using: &random))
        default: params["qty"] = .int(Int.random(in: 1...8, using: &random))
        }
        try run(method, params)
    }

    private func openCount() throws {
        try run(
            "task.open",
            [
                "kind": "count", "warehouse": "WH-NY", "bin": .string(pick(Self.bins)),
                "blind": .bool(chance(50)),
            ])
    }

    // MARK: The daemon

    /// What is left of a release of all orders goes on.
    func releaseSlice() throws { try run("release.slice", ["limit": 2]) }

    private func restart() throws { try site.reopen() }

    /// Hours later, some of what is closed goes into the archive.
    private func fileOrders() throws {
        site.wait(hours: 2)
        try run("history.slice", ["part": "orders", "limit": .int(Int.random(in: 1...3, using: &random))])
    }

    // MARK: People

    /// Somebody goes home; the badge comes back with nothing in hand.
    private func change(_ index: Int) throws {
        guard chance(30) else { return }
        try run("session.end", ["session": .int(pickers[index].session)])
        pickers[index] = try picker("P\(index + 1)")
    }

    /// - Parameter order: that is set on the bench next.
    private func atWork(_ worker: Worker, order: () throws -> String) throws {
        if worker.expects == "none" { return try worker.begin(try order()) }
        if chance(4) {
            if let refusal = try worker.refusalOfStaleAnswer() { throw refusal }
            model.fault("an answer to a prompt that was over was taken")
        }
        if try worker.isToldAnew() { return }
        if chance(14) {
            try worker.scan(
                pick(["*SKIP", "*SHORT", "*UNDO", "*FULL", "*PAUSE", "*WHY", "PEN", "A-1-01", "0", "1", "99"])
            )
        } else {
            try worker.scan(
                try worker.rightCode(slip: chance(30) ? Int.random(in: -2...2, using: &random) : 0))
        }
    }
}
