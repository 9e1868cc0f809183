import Domain
import JSON

@testable import Fulfillment

extension RandomShift {
    /// Everybody goes home, stock arrives, and one careful crew finishes what can be finished.
    func drain() throws {
        let head = try site.site.head
        try finishAll()
        try noteCancellations(since: head)
    }

    private func finishAll() throws {
        for worker in pickers + packers { try run("session.end", ["session": .int(worker.session)]) }
        for sku in Self.skus {
            var params: JSONObject = ["warehouse": "WH-NY", "sku": .string(sku), "bin": "C-5-04", "qty": 500]
            if sku == "SERUM" { (params["lot"], params["expiry"]) = ("L9", "2027-09-01") }
            try run("stock.receive", params)
        }
        for order in orders {
            do { try run("order.resume", ["order_id": .string(order)]) } catch is Refusal {}
        }
        let (picker, packer) = (try picker("P9"), try packer("K9"))
        for _ in 0..<4 {
            try run("order.release", ["all": true])
            for _ in 0..<orders.count { try releaseSlice() }
            try walk(picker)
            for stage in ["picked", "packing"] { try pack(all: stage, by: packer) }
        }
        let labelled =
            try site.read("parcel.list", ["state": "labelled", "limit": 500])["parcels"]?.array ?? []
        for parcel in labelled {
            try run(
                "parcel.handover", ["code": .string(String(parcel["parcel"]?.int ?? 0)), "driver": "D-7"])
        }
    }

    /// Every tour that waits, of whatever kind.
    private func walk(_ picker: Worker) throws {
        try picker.begin("")
        for _ in 0..<200 where picker.expects != "none" {
            try picker.finish()
            try picker.begin("")
        }
    }

    /// Packs orders, and unpacks those that are to be cancelled; the others of these have nothing in a box.
    private func pack(all stage: String, by packer: Worker) throws {
        let found =
            try site.read("order.list", ["stage": .string(stage), "limit": 500])["orders"]?.array ?? []
        for order in found {
            do { try packer.begin(order["order_id"]?.string ?? "") } catch is Refusal { continue }
            try packer.finish()
        }
    }
}
