import Common
import Domain
import JSON
import Testing

@testable import Fulfillment

@Suite("Lines of one SKU that ask for different lots and lives are judged together")
struct DemandsOfOneOrderTests {
    private let site: TestSite

    /// Three pieces of a lot that expires soon, two of one that does not. The day there is 2026-05-06.
    init() throws {
        site = try TestSite()
        try site.receive(3, "SERUM", in: "A-2-01", lot: "L1", expiry: "2026-06-05")
        try site.receive(2, "SERUM", in: "B-3-02", lot: "L2", expiry: "2026-12-31")
    }

    private struct Line {
        var quantity: Int
        var lot: String?
        var days: Int?

        var item: JSONValue {
            var item: JSONObject = ["sku": "SERUM", "qty": .int(quantity)]
            item["lot"] = lot.map { .string($0) }
            item["min_life_days"] = days.map { .int($0) }
            return .object(item)
        }
    }

    private func order(_ lines: [Line]) -> JSONObject {
        TestSite.order("O-1", [], ["items": .array(lines.map(\.item))])
    }

    /// What was wanted and what there was of it, where that was too little.
    private func short(_ lines: [Line]) throws -> [Int]? {
        guard let refusal = try site.refusal("order.allocate", order(lines)) else { return nil }
        guard case .stockShort("SERUM", let wanted, let available, _) = refusal else { throw refusal }
        return [wanted, available]
    }

    /// The order is accepted, and every line finds its pieces when it is released.
    private func expectServed(_ lines: [Line]) throws {
        try site.done("order.allocate", order(lines))
        try site.release("O-1")
        #expect(try site.stage(of: "O-1") == .released)
        let picks = try site.order("O-1").picks
        for (number, line) in lines.enumerated() {
            let own = picks.filter { $0.line == LineID(String(number + 1)) }
            #expect(own.reduce(0) { $0 + $1.quantity } == line.quantity)
            if let lot = line.lot { #expect(own.allSatisfy { $0.lot == lot }) }
            if let days = line.days, days > 30 { #expect(own.allSatisfy { $0.lot == "L2" }) }
        }
        #expect(try site.breaches() == [])
    }

    @Test("A line that takes any lot is served from several")
    func anyLot() throws {
        #expect(try short([Line(quantity: 6)]) == [6, 5])
        try expectServed([Line(quantity: 5)])
    }

    @Test("What a line takes of a lot is not there for one that takes any")
    func lotAndAny() throws {
        #expect(try short([Line(quantity: 5), Line(quantity: 3, lot: "L1")]) == [5, 2])
        #expect(try short([Line(quantity: 3), Line(quantity: 3, lot: "L1")]) == [3, 2])
        try expectServed([Line(quantity: 2), Line(quantity: 3, lot: "L1")])
    }

    @Test("Only so many pieces have to last long as are asked to")
    func longAndAnyLife() throws {
        #expect(try short([Line(quantity: 2), Line(quantity: 3, days: 60)]) == [3, 2])
        try expectServed([Line(quantity: 3), Line(quantity: 2, days: 60)])
    }

    @Test("A lot and a life that only others of its pieces have")
    func lotAndLife() throws {
        #expect(try short([Line(quantity: 1, lot: "L1", days: 60)]) == [1, 0])
        #expect(try short([Line(quantity: 2, days: 60), Line(quantity: 1, lot: "L2")]) == [2, 1])
        try expectServed([Line(quantity: 1, days: 60), Line(quantity: 1, lot: "L2"), Line(quantity: 3)])
    }

    @Test("What others were promised may have to come from the lot that is asked for")
    func othersPromises() throws {
        try site.allocate("O-2", [("SERUM", 2)])
        #expect(try short([Line(quantity: 2, lot: "L1")]) == [2, 1])
        #expect(try short([Line(quantity: 1, lot: "L1"), Line(quantity: 3)]) == [3, 2])
        try site.done("order.allocate", order([Line(quantity: 1, lot: "L1"), Line(quantity: 2)]))
        #expect(try site.available("SERUM") == 0)
        #expect(try site.breaches() == [])
    }

    @Test("Free pieces serve demands, the most demanding first, whenever anything does", arguments: seeds)
    func neverInVain(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let stock = (0..<Int.random(in: 1...4, using: &random)).map { row in
                StockRecord.some(
                    row, of: ["A", "B"].randomElement(using: &random) ?? "A",
                    expiry: Int.random(in: 0...3, using: &random),
                    free: Int.random(in: 1...2, using: &random))
            }
            let demands = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                StockDemand(
                    sku: "SERUM", lot: ["", "A", "B"].randomElement(using: &random) ?? "",
                    livingUntil: Day(daysSince1970: Int.random(in: 0...3, using: &random)))
            }
            var free = FreePieces(
                stock.map {
                    FreeStock(bin: $0.key.bin, lot: $0.key.lot, expiry: $0.key.expiry, count: $0.free)
                })
            var isServed = true
            for demand in demands.sorted(by: StockDemand.isServedFirst) {
                isServed = isServed && free.count(for: demand) >= 1
                free.take(1, for: demand)
            }
            let pieces = stock.map { (key: $0.key, free: $0.free) }
            #expect(isServed == canServe(demands[...], from: pieces), "seed \(seed)")
        }
    }

    /// Whether a piece can be found for each demand: tries every way.
    private func canServe(
        _ demands: ArraySlice<StockDemand>, from stock: [(key: StockKey, free: Int)]
    ) -> Bool {
        guard let demand = demands.first else { return true }
        return stock.indices.contains { index in
            let key = stock[index].key
            guard stock[index].free > 0, demand.admits(lot: key.lot, expiry: key.expiry) else { return false }
            var rest = stock
            rest[index].free -= 1
            return canServe(demands.dropFirst(), from: rest)
        }
    }
}

extension StockRecord {
    fileprivate static func some(_ row: Int, of lot: String, expiry: Int, free: Int) -> StockRecord {
        StockRecord(
            row: StockRow(row + 1),
            key: StockKey(
                warehouse: "WH-NY", client: "", sku: "SERUM", lot: lot, expiry: Day(daysSince1970: expiry),
                bin: "A-1-01"),
            receivedAt: Instant(millisecondsSince1970: 0), onHand: free, reserved: 0)
    }
}
