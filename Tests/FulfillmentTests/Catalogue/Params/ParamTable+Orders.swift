import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func orders() {
        let named: JSONObject = ["order_id": "X-1"]
        begin("order.cancel", in: Worlds.ordered, named)
        orderName()
        pair("reason", "Bought twice")

        begin("order.hold", in: Worlds.ordered, named.setting(["reason": "Address"]))
        orderName()
        pair("reason", "Payment")

        begin("order.resume", in: Worlds.ordered) { site in
            for order in [named, ["order_id": "O-1"]] {
                try site.done("order.hold", order.setting(["reason": "Address"]))
            }
            return named
        }
        orderName()

        begin("order.release", in: Worlds.ordered, named)
        orderName()
        pair("all", true, mayBeRefused: true)
        begin("order.release", in: Worlds.ordered, ["all": true, "warehouse": "WH-NY"])
        pair("warehouse", "WH-OH")

        begin("order.unrelease", in: Worlds.ordered) { site in
            for order in ["X-1", "O-1"] { try site.release(order) }
            return named
        }
        orderName()

        begin("order.get", in: Worlds.ordered, named)
        orderName()
        begin("order.explain", in: Worlds.picking, named)
        orderName()

        begin("order.list", in: Worlds.picking)
        pair("order_id", "O-1")
        pair("stage", "accepted")
        pair("sku", "BRICK")
        pair("driver", "D-9")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")
        pair("flag", "held")
        pages(after: "O-1")
    }

    /// Which order, and whose: two owners have one of the number X-1.
    private mutating func orderName() {
        pair("order_id", "O-1")
        pair("client", "ACME")
    }

    mutating func people() {
        let bench: JSONObject = [
            "warehouse": "WH-NY", "badge": "K7", "device": "h07", "station": "PACK-1",
        ]
        begin("session.start", in: Worlds.stocked, bench)
        pair("badge", "K8")
        pair("device", "h08")
        pair("station", "PACK-2")
        pair("warehouse", "WH-OH")
        begin(
            "session.start", in: Worlds.stocked,
            ["warehouse": "WH-NY", "badge": "P7", "device": "h07", "cart": "C-1"])
        pair("cart", "C-2")

        begin("session.end", in: Worlds.packing, ["session": 1])
        pair("session", 2)

        begin("session.list", in: Worlds.packing) { site in
            try site.done("session.end", ["session": 1])
            _ = try site.picker("P2")
            return [:]
        }
        pair("all", true)
        pair("warehouse", "WH-OH")
        pages(after: "2")
    }
}
