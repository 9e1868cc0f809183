import Common
import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

@Suite("Orders that were prepared before they are decided")
struct PreparedOrderTests {
    /// A request, and the id of the command that brings it.
    private typealias Sent = (params: JSONObject, id: String)

    @Test(
        "They have the outcomes that they have unprepared, good or bad, new or sent again", arguments: seeds)
    func outcomes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (plain, other) = (try Self.site(), try Self.site())
        var sent: [Sent] = []
        var answered: [(sent: Sent, answer: Outcome)] = []
        var refused: Set<String> = []
        for number in 1...200 {
            let next = Self.draw(number, after: sent, &random)
            sent.append(next)
            let command = try TestSite.command("order.allocate", next.params, id: next.id).get()
            plain.now = plain.now.adding(seconds: 1)
            let outcome = try plain.site.decide([command], at: plain.now)[0]
            let ofPrepared = try other.site.decide([command.prepared()], at: plain.now)[0]
            #expect(ofPrepared == outcome, "seed \(seed), order \(number)")
            if case .refusal(let refusal) = outcome {
                refused.insert(refusal.kind.rawValue)
            } else {
                answered.append((next, outcome))
            }
        }
        #expect(!answered.isEmpty && refused.count >= 4, "\(answered.count) answered, refused are \(refused)")
        other.now = plain.now
        #expect(try other.events() == plain.events())
        for order in 1...40 {
            let id = OrderID("O-\(order)")
            #expect(try Self.content(of: id, on: other) == Self.content(of: id, on: plain))
        }
        // Who has sent it prepared may send it again unprepared.
        for (sent, answer) in answered {
            let command = try TestSite.command("order.allocate", sent.params, id: sent.id).get()
            #expect(try other.site.decide([command], at: other.now)[0] == answer)
        }
        #expect(try other.breaches() == [])
    }

    @Test func wantsOfOneSKUAreSummedByLotAndLife() {
        var request = OrderRequest()
        request.shipTo.name = "Ada Byron"
        request.shipTo.country = "US"
        let wanted: [(sku: SKUID, lot: String?, days: Int?)] = [
            ("A", nil, 0), ("B", "L1", nil), ("A", nil, nil), ("B", nil, 5), ("B", "L1", 0),
        ]
        for want in wanted {
            var item = OrderItem()
            (item.sku, item.lot, item.minLifeDays) = (want.sku, want.lot, want.days)
            request.items.append(item)
        }
        let checked = PreparedOrder(request).checked
        #expect(checked.faults == [])
        #expect(checked.goods.map(\.sku) == ["A", "B"])
        #expect(checked.goods[0].wants == [CheckedOrder.Want(lot: "", minLifeDays: 0)])
        #expect(
            checked.goods[1].wants == [
                CheckedOrder.Want(lot: "L1", minLifeDays: 0), CheckedOrder.Want(lot: "", minLifeDays: 5),
            ])
        #expect(checked.goodsOfLine == [0, 1, 0, 1, 1])
        #expect(checked.wantOfLine == [0, 0, 0, 1, 0])
        #expect(checked.lineNames == ["1", "2", "3", "4", "5"])
    }

    // MARK: The site and what is sent to it

    private static func site() throws -> TestSite {
        let site = try TestSite()
        try site.receive(60, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.receive(20, "SERUM", in: "A-2-01", lot: "L1", expiry: "2026-06-05")
        try site.receive(20, "SERUM", in: "B-3-02", lot: "L2", expiry: "2026-12-31")
        return site
    }

    /// What is kept of an order; nil where there is none.
    private static func content(of id: OrderID, on site: TestSite) throws -> JSONValue? {
        let store = site.site.store
        guard let order = try store.orders.order(id, of: "") else { return nil }
        return .object(try store.orders.content(of: order.row))
    }

    /// A new order, one that was sent before, or one with the command id of another.
    private static func draw(_ number: Int, after sent: [Sent], _ random: inout SplitMix64) -> Sent {
        let new = (params: params(&random), id: "c-\(number)")
        guard let old = sent.randomElement(using: &random) else { return new }
        switch random.next(below: 10) {
        case 0: return old
        case 1: return (old.params, new.id)
        case 2: return (new.params, old.id)
        default: return new
        }
    }

    private static func params(_ random: inout SplitMix64) -> JSONObject {
        func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }
        let items = (0..<(chance(4) ? 0 : random.next(in: 1...4))).map { _ in item(&random) }
        var more: JSONObject = ["items": .array(items.map { .object($0) })]
        if chance(6) {
            more["ship_to"] = ["name": "Ada\u{0}Byron", "city": "Albany", "country": "USA"]
        }
        if chance(4) { more["plan"] = ["warehouse": "WH-XX"] }
        if chance(20) {
            more["plan"] = ["warehouse": "WH-NY", "estimated_delivery": "2026-05-16T12:00:00Z"]
        }
        if chance(8) { more["total_capacity"] = .int(random.next(in: 0...4)) }
        if chance(30) { more["notes"] = "größe \"M\"" }
        return TestSite.order("O-\(random.next(in: 1...40))", [], more)
    }

    private static func item(_ random: inout SplitMix64) -> JSONObject {
        func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }
        let sku = ["PEN", "BRICK", "SERUM", "SERUM"][random.next(below: 4)]
        var item: JSONObject = [
            "sku": .string(chance(3) ? "PENCIL" : sku), "qty": .int(random.next(in: 1...3)),
        ]
        if chance(30) { item["lot"] = .string(["L1", "L2"][random.next(below: 2)]) }
        if chance(30) { item["min_life_days"] = .int([0, 10, 60][random.next(below: 3)]) }
        if chance(3) { item["unit"] = "case" }
        if chance(4) { item["line"] = "1" }
        if chance(20) { item["capacity"] = .int(random.next(in: 1...4)) }
        return item
    }
}
