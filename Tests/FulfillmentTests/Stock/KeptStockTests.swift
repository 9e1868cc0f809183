import Common
import Domain
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

/// Orders are judged by the free pieces that are kept in memory; they are those of the database after every command,
/// alone or with others in a commit, accepted or refused.
@Suite struct KeptStockTests {
    private typealias Request = (method: String, params: JSONObject)

    private static let bins: [BinCode] = ["A-1-01", "A-1-02", "A-2-01", "B-3-02", "B-8-01"]
    private static let goods: [SKUID] = ["PEN", "BRICK", "SERUM"]

    private let site: TestSite

    init() throws {
        site = try TestSite(floor: OtherFloors.stairs())
        // Where no cart gets to, and so much more that it cannot be received.
        try site.receive(5, "PEN", in: "M-1-01")
        for bin in Self.bins { try site.receive(2, "PEN", in: bin.text) }
    }

    private static func request<Asked: Operations.Operation>(_ operation: Asked) -> Request {
        (method: Asked.declaration.name, params: operation.json)
    }

    private static func stockRequest(_ random: inout SplitMix64) -> Request {
        let sku: SKUID = random.element(of: ["PEN", "BRICK"])
        let bin = random.element(of: bins)
        let quantity = random.next(in: 1...6)
        switch random.next(below: 8) {
        case 0: return request(StockMove(min(quantity, 2), sku, from: bin, to: random.element(of: bins)))
        case 1: return request(StockAdjust(-quantity, sku, in: bin))
        case 2: return request(StockCount(bin, [(sku: sku, quantity: quantity)]))
        case 3:
            var found = StockSet()
            (found.place.sku, found.place.bin, found.quantity) = (sku, bin, quantity)
            return request(found)
        case 4: return request(StockReceive(quantity, sku, in: bin, status: .hold))
        case 5:
            let lot = random.element(of: ["L1", "L2", "L3"])
            return request(StockReceive(quantity, "SERUM", in: bin, lot: lot, expiry: Day("2030-01-31")))
        case 6: return request(StockReceive(Limits.quantityMax, "PEN", in: "M-1-01"))
        default: return request(StockReceive(quantity, sku, in: bin))
        }
    }

    /// - Parameter orders: how many were sent; some of them were refused.
    private static func orderRequest(_ random: inout SplitMix64, orders: inout Int) -> Request {
        let order = OrderID("O-\(random.next(in: 1...max(1, orders)))")
        switch random.next(below: 6) {
        case 0: return request(OrderCancel(order))
        case 1: return request(OrderRelease(order))
        case 2: return request(OrderUnrelease(order))
        default:
            orders += 1
            var items: [(String, Int)] = []
            for _ in 0..<random.next(in: 1...3) {
                items.append((random.element(of: goods).text, random.next(in: 1...5)))
            }
            return (method: "order.allocate", params: TestSite.order("O-\(orders)", items))
        }
    }

    private static func anyRequest(_ random: inout SplitMix64, orders: inout Int) -> Request {
        random.chance(oneIn: 2) ? stockRequest(&random) : orderRequest(&random, orders: &orders)
    }

    @Test("Whatever changes stock, and whatever is refused", arguments: seeds)
    func anyCommands(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var orders = 0
        for step in 1...80 {
            switch random.next(below: 10) {
            case 0:
                let closed = random.element(of: ["", "A-1", "A-2"])
                _ = try site.refusal(LayoutLoad(OtherFloors.stairs(closed: closed), relocated: Self.bins))
            case 1...4:
                // The commands of one commit.
                var commands: [Command] = []
                for _ in 0..<random.next(in: 2...5) {
                    let (method, params) = Self.anyRequest(&random, orders: &orders)
                    commands.append(try TestSite.command(method, params, id: nil).get())
                }
                _ = try site.site.decide(commands, at: site.now)
            default: try decideAlone(Self.anyRequest(&random, orders: &orders))
            }
            try check("seed \(seed), step \(step)")
        }
        #expect(try site.breaches() == [])
    }

    /// An order is accepted where there is as much of each SKU as it wants.
    private func decideAlone(_ request: Request) throws {
        guard request.method == "order.allocate" else {
            _ = try site.refusal(request.method, request.params)
            return
        }
        var wanted: [String: Int] = [:]
        for item in request.params["order"]?["items"]?.array ?? [] {
            wanted[item["sku"]?.string ?? "", default: 0] += item["qty"]?.int ?? 0
        }
        var isThere = true
        for (sku, quantity) in wanted {
            let available = try site.available(sku)
            isThere = isThere && quantity <= available
        }
        let refusal = try site.refusal(request.method, request.params)
        #expect((refusal == nil) == isThere, "\(request.params): \(String(describing: refusal))")
    }

    private func check(_ comment: Comment) throws {
        let stock = site.site.store.stock
        for sku in Self.goods {
            var kept: [FreeStock] = []
            try stock.eachFree(of: sku, "", in: "WH-NY") { (pieces) throws(Refusal) in
                kept.append(pieces)
                return true
            }
            let stored = try stock.free(of: sku, "", in: "WH-NY").map { (record) in
                FreeStock(
                    bin: record.key.bin, lot: record.key.lot, expiry: record.key.expiry, count: record.free)
            }
            #expect(Self.sorted(kept) == Self.sorted(stored), comment)
        }
    }

    private static func sorted(_ stock: [FreeStock]) -> [FreeStock] {
        stock.sorted { ($0.bin.text, $0.lot, $0.count) < ($1.bin.text, $1.lot, $1.count) }
    }
}
