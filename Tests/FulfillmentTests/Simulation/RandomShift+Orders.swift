import JSON

@testable import Fulfillment

/// What happens to orders, their parcels and labels.
extension RandomShift {
    func allocate() throws {
        let id = "O-\(orders.count + 1)"
        let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (pick(Self.skus), Int.random(in: 1...4, using: &random))
        }
        try run("order.allocate", TestSite.order(id, items, ["on_short": .string(pick(["wait", "ship"]))]))
    }

    func onOrder(_ method: String) throws {
        guard !orders.isEmpty else { return }
        var params: JSONObject = ["order_id": .string(pick(orders))]
        if method == "order.hold" { params["reason"] = "asked for" }
        try run(method, params)
    }

    /// Rather one that is under way than any, and rather one on the bench.
    func cancel() throws {
        guard !orders.isEmpty else { return }
        let underWay = orders.filter { model.orders[$0].map { !$0.isOver && !$0.isCancelRequested } ?? false }
        let onBench = underWay.filter { model.orders[$0]?.isOnBench ?? false }
        let wanted =
            chance(40) && !onBench.isEmpty ? onBench : chance(80) && !underWay.isEmpty ? underWay : orders
        try run("order.cancel", ["order_id": .string(pick(wanted)), "reason": "asked for"])
    }

    func orderOnFloor() throws -> String {
        for stage in ["picked", "packing"] {
            let found = try site.read("order.list", ["stage": .string(stage)])["orders"]?.array ?? []
            if !found.isEmpty, chance(70) { return pick(found)["order_id"]?.string ?? "" }
        }
        return orders.isEmpty ? "O-1" : pick(orders)
    }

    func anyParcel() throws -> String {
        let found = try site.read("parcel.list", ["state": .string(pick(["labelled", "open", "closed"]))])
        guard let parcels = found["parcels"]?.array, !parcels.isEmpty else { return "1" }
        return String(pick(parcels)["parcel"]?.int ?? 1)
    }

    func handOver(_ parcel: String) throws {
        try run(
            "parcel.handover", ["code": .string(parcel), "driver": .string(pick(["D-7", "D-7", "D-8"]))])
    }

    /// Something about a label: a job's file found somewhere, a copy, another printer, or its end.
    func onLabel() throws {
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
}
