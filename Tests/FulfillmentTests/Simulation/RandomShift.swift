import Common
import JSON

@testable import Fulfillment

/// A shift in which anything may happen next: each step draws one command, right or wrong.
final class RandomShift {
    let site: TestSite
    private var random: SplitMix64
    private var orders: [String] = []
    private var pickers: [Handheld]
    private var packers: [Handheld]
    private var commands = 0
    private var last: (method: String, params: JSONObject, id: String)?
    private static let bins = ["A-1-01", "A-2-03", "B-3-02", "C-5-04", "J-20-01"]
    private static let skus = ["PEN", "BRICK", "SERUM"]

    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        site = try TestSite()
        pickers = [try site.picker("P1"), try site.picker("P2"), try site.picker("P3")]
        packers = [try site.packer("K1"), try site.packer("K2")]
        for _ in 0..<6 { try? stockCommand("stock.receive") }
    }

    /// One random command; throws the refusal where it was refused.
    func step() throws {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<6: try stockCommand("stock.receive")
        case 6..<9: try stockCommand("stock.adjust")
        case 9..<12: try stockCommand("stock.move")
        case 12..<22: try allocate()
        case 22..<27: try onOrder("order.release")
        case 27..<29: try run("order.release", ["all": true])
        case 29..<33: try onOrder(pick(["order.unrelease", "order.cancel", "order.hold", "order.resume"]))
        case 33..<35: try repeatLast()
        case 35..<37: try handOver(anyParcel())
        case 37..<39: try change(pick(pickers))
        case 39..<42: try onLabel()
        case 42..<72: try atWork(pick(pickers)) { try $0.nextTour() }
        default: try atWork(pick(packers)) { try $0.start(self.orderOnFloor()) }
        }
    }

    private func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    @discardableResult
    private func run(_ method: String, _ params: JSONObject) throws -> JSONValue {
        commands += 1
        last = (method, params, "c-\(commands)")
        return try site.done(method, params, id: "c-\(commands)")
    }

    private func repeatLast() throws {
        guard let last else { return }
        try site.done(last.method, last.params, id: last.id)
    }

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

    private func allocate() throws {
        let id = "O-\(orders.count + 1)"
        let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (pick(Self.skus), Int.random(in: 1...4, using: &random))
        }
        try run("order.allocate", TestSite.order(id, items, ["on_short": .string(pick(["wait", "ship"]))]))
        orders.append(id)
    }

    private func onOrder(_ method: String) throws {
        guard !orders.isEmpty else { return }
        try run(method, ["order_id": .string(pick(orders)), "reason": "asked for"])
    }

    private func orderOnFloor() throws -> String {
        for stage in ["picked", "packing"] {
            let found = try site.read("order.list", ["stage": .string(stage)])["orders"]?.array ?? []
            if !found.isEmpty { return pick(found)["order_id"]?.string ?? "" }
        }
        return orders.isEmpty ? "O-1" : pick(orders)
    }

    private func anyParcel() throws -> String {
        let found = try site.read("parcel.list", ["state": .string(pick(["labelled", "open", "closed"]))])
        guard let parcels = found["parcels"]?.array, !parcels.isEmpty else { return "1" }
        return String(pick(parcels)["parcel"]?.int ?? 1)
    }

    /// Something about a label: a job's file found somewhere, a copy, another printer, or its end.
    private func onLabel() throws {
        let jobs = try site.read("label.list", ["limit": 500])["labels"]?.array ?? []
        guard !jobs.isEmpty, let job = pick(jobs).object, let number = job["job"] else { return }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try run("label.void", ["job": number, "reason": "torn"])
        case 1: try run("label.reprint", ["job": number, "reason": "smeared"])
        case 2: try run("label.move", ["job": number, "printer": .string(pick(["zebra-1", "default"]))])
        default:
            let outcome = pick(["spooled", "spooled", "queued", "printed", "failed", "unknown"])
            let found: JSONValue = [
                "job": number, "key": job["sscc"] ?? "", "copy": job["copy"] ?? 0,
                "outcome": .string(outcome),
            ]
            try run("labels.record", ["outcomes": [found]])
        }
    }

    private func handOver(_ parcel: String) throws {
        try run(
            "parcel.handover", ["code": .string(parcel), "driver": .string(pick(["D-7", "D-7", "D-8"]))])
    }

    /// Somebody goes home; the badge comes back with nothing in hand.
    private func change(_ device: Handheld) throws {
        guard chance(30), let index = pickers.firstIndex(where: { $0 === device }) else { return }
        try run("session.end", ["session": .int(device.session)])
        pickers[index] = try site.picker("P\(index + 1)")
    }

    private func atWork(_ device: Handheld, begin: (Handheld) throws -> Void) throws {
        if device.expects == "none" { return try begin(device) }
        if chance(4) {
            try site.done(device.method, device.params(try device.rightCode(), step: device.step - 1))
        } else if chance(14) {
            try device.scan(
                pick(["*SKIP", "*SHORT", "*UNDO", "*FULL", "*PAUSE", "*WHY", "PEN", "A-1-01", "0", "1", "99"])
            )
        } else {
            try device.answer()
        }
    }
}

extension RandomShift {
    /// Everybody goes home, stock arrives, and one careful crew finishes what can be finished.
    func drain() throws {
        for device in pickers + packers { try site.done("session.end", ["session": .int(device.session)]) }
        for sku in Self.skus {
            let isLot = sku == "SERUM"
            try site.receive(
                500, sku, in: "C-5-04", lot: isLot ? "L9" : nil, expiry: isLot ? "2027-09-01" : nil)
        }
        for order in orders { _ = try site.refusal("order.resume", ["order_id": .string(order)]) }
        for _ in 0..<3 {
            try site.done("order.release", ["all": true])
            try site.pickEverything(by: "P9")
            for stage in ["picked", "packing"] {
                let found =
                    try site.read("order.list", ["stage": .string(stage), "limit": 500])["orders"]?.array
                    ?? []
                for order in found { try site.pack(order["order_id"]?.string ?? "", by: "K9") }
            }
        }
        let labelled =
            try site.read("parcel.list", ["state": "labelled", "limit": 500])["parcels"]?.array ?? []
        for parcel in labelled {
            try site.done(
                "parcel.handover", ["code": .string(String(parcel["parcel"]?.int ?? 0)), "driver": "D-7"])
        }
    }
}
