import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import Fulfillment

/// Who has made several mistakes hears of all of them at once.
@Suite("All faults of a request are told at once")
struct AllFaultsTests {
    static let names = Method.all.map(\.name)

    @Test("Params of another type, at every depth, and a name that is not known", arguments: names)
    func types(name: String) throws {
        let method = try #require(Method.named(name))
        var params = JSONObject(method.params.map { ($0.name, Self.null(for: $0.type)) })
        params["nosuch"] = 1
        let line: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": .string(name), "params": .object(params)]
        let request = try #require(try Request(line: line.description.utf8))
        let fault = #expect(throws: RequestFault.self) { try Call(request, by: [.lead]) }
        let message = try #require(fault?.error.message)
        for path in method.params.flatMap({ Self.nulls(in: $0.type, at: $0.name) }) + ["nosuch"] {
            #expect(message.contains("\(path) is "), "\(path) is not named in \(message)")
        }
    }

    @Test("Lines, address and all else of an order")
    func order() throws {
        let site = try Worlds.stocked.open()
        let item: JSONValue = ["sku": "PEN", "qty": 1, "line": "1"]
        let address: JSONValue = ["name": " ", "city": "Al\u{0}bany", "country": "USA"]
        let order = TestSite.order("N-1", [], ["items": [item, item], "ship_to": address])
        guard case .badParams(let param, let problem) = try site.refusal("order.allocate", order) else {
            Issue.record("the order was accepted")
            return
        }
        #expect(param == "order.items.1.line")
        for place in ["name", "city", "country"] { #expect(problem.contains("order.ship_to.\(place) ")) }
    }

    @Test("All that is wrong with an order, whichever step finds it; its lines in their order")
    func mixed() throws {
        let site = try Worlds.stocked.open()
        let items: JSONValue = [
            ["sku": "SERUM", "qty": 200_000, "capacity": 1], ["sku": "PEN", "qty": 1, "unit": "pallet"],
            ["sku": "NIX", "qty": 1], ["sku": "PEN", "qty": 100_000], ["sku": "NADA", "qty": 1],
        ]
        let extra: JSONObject = ["items": items, "total_capacity": 5]
        let first = Refusal.capacityMismatch(order: "N-1", total: 5, sum: 1)
        let refusal = try site.refusal("order.allocate", TestSite.order("N-1", [], extra))
        guard case .several(first, let others) = refusal, others.count == 4,
            case .stockShort("SERUM", 200_000, _, _) = others[0],
            case .unknownUnit("PEN", "pallet", _) = others[1],
            others[2] == .unknownSKUs(["NIX", "NADA"]),
            case .stockShort("PEN", 100_000, _, _) = others[3]
        else {
            Issue.record("not all that is wrong is told, or in another order")
            return
        }
    }

    @Test("A warehouse that is not known does not hide what is wrong with the lines")
    func warehouseAndLines() throws {
        let site = try Worlds.stocked.open()
        let order = TestSite.order(
            "N-1", [("NIX", 1), ("PEN", 100_000)], ["plan": ["warehouse": "WH-XX", "driver": "D-7"]])
        let refusal = try site.refusal("order.allocate", order)
        guard case .several(.unknownWarehouse("WH-XX", _), let others) = refusal else {
            Issue.record("the SKU is not told of")
            return
        }
        #expect(others == [.unknownSKU("NIX")])
    }

    @Test("A SKU and bins that are not known, where stock is booked")
    func unknownPlaces() throws {
        let site = try Worlds.stocked.open()
        let sku = Refusal.unknownSKU("NIX")
        let bins = ["Z-9-08", "Z-9-09"].map { Refusal.unknownBin($0, warehouse: "WH-NY") }
        let place: JSONObject = ["warehouse": "WH-NY", "bin": "Z-9-08", "sku": "NIX", "qty": 1]
        #expect(try site.refusal("stock.receive", place) == .several(sku, [bins[0]]))
        var move = place
        move["to"] = "Z-9-09"
        #expect(try site.refusal("stock.move", move) == .several(sku, bins))
        move["sku"] = "PEN"
        #expect(try site.refusal("stock.move", move) == .several(bins[0], [bins[1]]))
        let elsewhere = place.setting(["warehouse": "WH-XX"])
        let refusal = try site.refusal("stock.receive", elsewhere)
        guard case .several(.unknownWarehouse("WH-XX", _), let others) = refusal else {
            Issue.record("the SKU is not told of")
            return
        }
        #expect(others == [sku])
    }

    @Test("SKUs that are not known, in an order and in a count, whatever else is wrong")
    func unknownSKUs() throws {
        let site = try Worlds.stocked.open()
        let nix: JSONValue = ["sku": "NIX", "qty": 1]
        let nada: JSONValue = ["sku": "NADA", "qty": 1]
        let pallet: JSONValue = ["sku": "PEN", "qty": 1, "unit": "pallet"]
        let order = TestSite.order("N-1", [], ["items": [pallet, nix, nada, nix]])
        let refusal = try site.refusal("order.allocate", order)
        guard case .several(.unknownUnit("PEN", "pallet", _), let others) = refusal else {
            Issue.record("the unit or the SKUs are left out")
            return
        }
        #expect(others == [.unknownSKUs(["NIX", "NADA"])])
        let count: JSONObject = ["warehouse": "WH-NY", "bin": "A-1-01", "lines": [nix, nada]]
        #expect(try site.refusal("stock.count", count) == .unknownSKUs(["NIX", "NADA"]))
        let elsewhere = count.setting(["bin": "Z-9-09"])
        #expect(
            try site.refusal("stock.count", elsewhere)
                == .several(.unknownBin("Z-9-09", warehouse: "WH-NY"), [.unknownSKUs(["NIX", "NADA"])]))
    }

    @Test("Units that the SKUs of an order do not have")
    func unknownUnits() throws {
        let site = try Worlds.stocked.open()
        let items: JSONValue = [
            ["sku": "PEN", "qty": 1, "unit": "pallet"], ["sku": "PEN", "qty": 1],
            ["sku": "BRICK", "qty": 1, "unit": "pallet"], ["sku": "PEN", "qty": 3, "unit": "pallet"],
        ]
        let refusal = try site.refusal("order.allocate", TestSite.order("N-1", [], ["items": items]))
        guard case .several(.unknownUnit("PEN", "pallet", _), let others) = refusal,
            case .unknownUnit("BRICK", "pallet", _) = others.first
        else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(others.count == 1 && refusal?.kind == .unknownUnit)
    }

    @Test("SKUs of which there is too little for an order")
    func shortStock() throws {
        let site = try Worlds.stocked.open()
        let order = TestSite.order("N-1", [("PEN", 100_000), ("BRICK", 1), ("SERUM", 200_000)])
        let refusal = try site.refusal("order.allocate", order)
        guard case .several(.stockShort("PEN", 100_000, _, _), let others) = refusal,
            case .stockShort("SERUM", 200_000, _, _) = others.first
        else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(others.count == 1 && refusal?.kind == .stockShort)
    }

    @Test("What a new SKU lacks, and what is wrong with its units")
    func goods() throws {
        let site = try Worlds.stocked.open()
        guard case .badParams("size_mm", let missing) = try site.refusal("sku.upsert", ["sku": "NEW"]) else {
            Issue.record("goods without a size are known")
            return
        }
        #expect(missing.contains("weight_g"))
        let units: JSONValue = [
            ["unit": "each", "qty": 2], ["unit": "case", "qty": 6], ["unit": "case", "qty": 8],
        ]
        let refusal = try site.refusal("sku.upsert", ["sku": "PEN", "units": units])
        guard case .badParams("units.0.qty", let problem) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problem.contains("units.2.unit"))
    }

    @Test("What a receipt of goods lacks that are tracked")
    func tracked() throws {
        let site = try Worlds.stocked.open()
        let receipt: JSONObject = ["warehouse": "WH-NY", "bin": "A-1-01", "sku": "SERUM", "qty": 1]
        guard case .badParams("lot", let problem) = try site.refusal("stock.receive", receipt) else {
            Issue.record("goods without lot and day of expiry are received")
            return
        }
        #expect(problem.contains("expiry is missing"))
    }

    /// A value of no type; of an object with its members, of a list with one such element.
    private static func null(for type: ParamType) -> JSONValue {
        switch type {
        case .object(let params): .object(JSONObject(params.map { ($0.name, null(for: $0.type)) }))
        case .list(.object(let params), _): [null(for: .object(params))]
        default: .null
        }
    }

    /// Where nothing stands that has a type.
    private static func nulls(in type: ParamType, at path: String) -> [String] {
        switch type {
        case .object(let params): params.flatMap { nulls(in: $0.type, at: joined(path, $0.name)) }
        case .list(.object(let params), _): nulls(in: .object(params), at: joined(path, "0"))
        default: [path]
        }
    }
}
