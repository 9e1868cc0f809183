import JSON

/// What the office asks for, and what the daemon asks of itself.
extension RandomShift {
    func stockChange(_ method: String) -> Errand {
        let sku = pick(ShiftGoods.skus)
        var params: JSONObject = [
            "warehouse": "WH-NY", "sku": .string(sku), "bin": .string(pick(Self.bins)),
        ]
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
        return change("stock", method, params)
    }

    func openCount() -> Errand {
        change(
            "stock", "task.open",
            [
                "kind": "count", "warehouse": "WH-NY", "bin": .string(pick(Self.bins)),
                "blind": .bool(chance(50)),
            ])
    }

    func allocate() -> Errand {
        ordersMade += 1
        let id = "O-\(ordersMade)"
        let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (pick(ShiftGoods.skus), Int.random(in: 1...4, using: &random))
        }
        let params = ShiftGoods.order(id, items, ["on_short": .string(pick(["wait", "ship"]))])
        var errand = change("oms", "order.allocate", params)
        errand.onAnswer = { [self] answer in
            model.note("order.allocate", params, answer)
            orders.append(id)
        }
        return errand
    }

    func onOrder(_ method: String) -> [Errand] {
        guard !orders.isEmpty else { return [] }
        var params: JSONObject = ["order_id": .string(pick(orders))]
        if method == "order.hold" { params["reason"] = "asked for" }
        return [change("oms", method, params)]
    }

    /// Rather one that is under way than any, and rather one on the bench.
    func cancel() -> [Errand] {
        guard !orders.isEmpty else { return [] }
        let underWay = orders.filter {
            model.orders[$0].map { !$0.isOver && !$0.isCancelRequested } ?? false
        }
        let onBench = underWay.filter { model.orders[$0]?.isOnBench ?? false }
        let wanted =
            chance(40) && !onBench.isEmpty ? onBench : chance(80) && !underWay.isEmpty ? underWay : orders
        return [change("oms", "order.cancel", ["order_id": .string(pick(wanted)), "reason": "asked for"])]
    }

    func anyParcel() throws -> String {
        let state = pick(["labelled", "open", "closed"])
        let found = try house.read("parcel.list", ["state": .string(state)])
        guard let parcels = found["parcels"]?.array, !parcels.isEmpty else { return "1" }
        return String(pick(parcels)["parcel"]?.int ?? 1)
    }

    func handOver(_ parcel: String) -> Errand {
        let driver = pick(["D-7", "D-7", "D-8"])
        return change("driver", "parcel.handover", ["code": .string(parcel), "driver": .string(driver)])
    }

    /// Something about a label: a job's file found somewhere, a copy, another printer, or its end.
    func onLabel() throws -> [Errand] {
        let jobs = try house.read("label.list", ["limit": 500])["labels"]?.array ?? []
        guard !jobs.isEmpty, let job = pick(jobs).object, let number = job["job"] else { return [] }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return [change("labels", "label.void", ["job": number, "reason": "torn"])]
        case 1: return [change("labels", "label.reprint", ["job": number, "reason": "smeared"])]
        case 2:
            let printer = pick(["zebra-1", "default"])
            return [change("labels", "label.move", ["job": number, "printer": .string(printer)])]
        default:
            let outcome = pick(["spooled", "spooled", "queued", "printed", "failed", "unknown"])
            let found: JSONValue = [
                "job": number, "key": job["sscc"] ?? "", "copy": job["copy"] ?? 0,
                "outcome": .string(outcome),
            ]
            return [change(Errand.daemon, "labels.record", ["outcomes": [found]])]
        }
    }

    // MARK: The daemon

    /// What is left of a release of all orders goes on.
    func releaseSlice() -> Errand { change(Errand.daemon, "release.slice", ["limit": 2]) }

    /// Hours later, some of what is closed goes into the archive.
    func fileOrders() throws -> Turn {
        try house.wait(hours: 2)
        let limit = Int.random(in: 1...3, using: &random)
        return .send([
            change(Errand.daemon, "history.slice", ["part": "orders", "limit": .int(limit)])
        ])
    }
}
