import JSON
import LineProtocol
import Operations
import Testing

@testable import Demo

struct WorldTests {
    @Test(arguments: [1, 2, 77] as [UInt64])
    func `a seed always makes the same shift`(seed: UInt64) {
        let (first, second) = (
            ShiftWorld.make(orders: 20, seed: seed), ShiftWorld.make(orders: 20, seed: seed)
        )
        #expect(first.products.map(\.row) == second.products.map(\.row))
        #expect(
            first.orders.map { $0.request(warehouse: "W").json }
                == second.orders.map { $0.request(warehouse: "W").json })
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `every request is what the protocol declares`(seed: UInt64) throws {
        let world = ShiftWorld.make(orders: 30, seed: seed)
        var requests = world.orders.map { ("order.allocate", $0.request(warehouse: "WH-NY").json) }
        requests +=
            world.products.map { ("sku.upsert", $0.row) } + world.cartons.map { ("box.upsert", $0.row) }
        for (name, params) in requests {
            let line: JSONValue = [
                "jsonrpc": "2.0", "id": 1, "method": .string(name),
                "params": .object(JSONObject(params.members.map { ($0.key, $0.value) } + [("command_id", "c")])),
            ]
            let request = try #require(try Request(line: line.description.utf8))
            #expect(throws: Never.self) { try Call(request, by: [.lead]) }
        }
    }

    @Test func `barcodes are GTINs that differ`() {
        let codes = ShiftWorld.make(orders: 1, seed: 1).products.map(\.barcode)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            let digits = code.compactMap(\.wholeNumberValue)
            let sum = digits.enumerated().reduce(0) {
                $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3)
            }
            #expect(digits.count == 13 && sum.isMultiple(of: 10))
        }
    }

    @Test func `the stock covers what is ordered, each SKU in bins of its own`() throws {
        let world = ShiftWorld.make(orders: 200, seed: 5)
        let bins = (1...400).map { "A-1-\($0)" }
        let slotting = try Slotting(world, bins: bins, fixed: SeedOrder.bins, expiry: "2030-12-31", seed: 5)
        var stock: [String: Int] = [:]
        for row in slotting.rows { stock[row["sku"]?.string ?? "", default: 0] += row["qty"]?.int ?? 0 }
        for (sku, quantity) in world.demand { #expect(stock[sku] ?? 0 >= quantity, "\(sku)") }
        #expect(Set(slotting.rows.compactMap { $0["bin"]?.string }).count == slotting.rows.count)
        #expect(slotting.rows.contains { $0["bin"] == "B-3-12" && $0["sku"] == "WATER-5L" })
    }

    @Test func `a layout with too few bins is refused`() {
        let world = ShiftWorld.make(orders: 1, seed: 1)
        #expect(throws: DemoFault.self) {
            try Slotting(world, bins: ["A-1-01"], fixed: [], expiry: "2030-12-31", seed: 1)
        }
    }
}
