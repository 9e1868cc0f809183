import JSON

extension RandomShift {
    /// Everybody goes home, stock arrives, and one careful crew finishes what can be finished.
    func drain() throws {
        for worker in pickers + packers where worker.session != nil { try send(worker.goHome()) }
        for sku in ShiftGoods.skus {
            var params: JSONObject = [
                "warehouse": "WH-NY", "sku": .string(sku), "bin": "C-5-04", "qty": 500,
            ]
            if sku == "SERUM" { (params["lot"], params["expiry"]) = ("L9", "2027-09-01") }
            try send(change("stock", "stock.receive", params))
        }
        for order in orders {
            do { try send(change("oms", "order.resume", ["order_id": .string(order)])) } catch is Refused {}
        }
        let (picker, packer) = (picker("P9"), packer("K9"))
        try send(picker.start())
        try send(packer.start())
        for _ in 0..<4 {
            try send(change("oms", "order.release", ["all": true]))
            for _ in 0..<orders.count { try send(releaseSlice()) }
            try walk(picker)
            for stage in ["picked", "packing"] { try pack(all: stage, by: packer) }
        }
        let labelled = try house.read("parcel.list", ["state": "labelled", "limit": 500])["parcels"]?.array
        for parcel in labelled ?? [] {
            let code = String(parcel["parcel"]?.int ?? 0)
            try send(change("driver", "parcel.handover", ["code": .string(code), "driver": "D-7"]))
        }
    }

    /// Every tour that waits, of whatever kind.
    private func walk(_ picker: Worker) throws {
        try send(picker.begin(""))
        for _ in 0..<200 where picker.expects != "none" {
            try finish(picker)
            try send(picker.begin(""))
        }
    }

    /// Packs orders, and unpacks those that are to be cancelled; the others of these have nothing in a box.
    private func pack(all stage: String, by packer: Worker) throws {
        let found =
            try house.read("order.list", ["stage": .string(stage), "limit": 500])["orders"]?.array ?? []
        for order in found {
            do { try send(packer.begin(order["order_id"]?.string ?? "")) } catch is Refused { continue }
            try finish(packer)
        }
    }

    /// Answers as a careful person would until nothing is asked any more.
    private func finish(_ worker: Worker) throws {
        for _ in 0..<2_000 where worker.expects != "none" { try send(worker.scan(try worker.rightCode())) }
    }
}
