import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func allocation() {
        begin("order.allocate", in: Worlds.stocked, TestSite.order("N-1", [("PEN", 2)]))
        pair("order.order_id", "N-2")
        pair("order.client", "ACME")
        pair("order.delivery_sla", "SAME_DAY")
        pair("order.priority", 90)
        pair("order.not_before", "2027-01-01T00:00:00Z", seen: Self.stageOnceReleased)
        pair("order.ext", ["mark": 7])
        let twenty: JSONValue = [["sku": "BRICK", "qty": 20]]
        pair("order.on_short", "ship", with: ["order.items": twenty], everyWord: true, seen: Self.shortage)
        pair("order.total_capacity", 5, with: ["order.items.capacity": 4, "order.total_capacity": 4])
        lines()
        destination()
        pair("order.plan.warehouse", "WH-OH")
        pair("order.plan.driver", "D-8", seen: Self.handover)
        pair("order.plan.estimated_pickup", "2026-05-06T14:00:00Z")
        pair("order.plan.estimated_delivery", "2026-05-06T16:00:00Z")
        pair("order.ship.carrier", "UPS", seen: Self.parcelOnceClosed)
        pair("order.ship.service", "AIR", seen: Self.parcelOnceClosed)
        pair("order.notes", "Ring twice", seen: Self.shownAtBench)
        pair("order.gift", true, seen: Self.shownAtBench)
        pair("order.documents", ["Invoice"], seen: Self.shownAtBench)
    }

    private mutating func lines() {
        pair("order.items.sku", "BRICK")
        pair("order.items.qty", 3)
        pair("order.items.unit", "case")
        pair("order.items.line", "L-7")
        pair("order.items.capacity", 5, with: ["order.items.capacity": 4, "order.total_capacity": 4])
        pair("order.items.ext", ["mark": 7])
        let serum: JSONObject = ["order.items": [["sku": "SERUM", "qty": 1]]]
        pair("order.items.lot", "L1", with: serum, seen: Self.lotOfSerum("N-1"))
        pair("order.items.min_life_days", 350, with: serum, seen: Self.lotOfSerum("N-1"))
    }

    private mutating func destination() {
        pair("order.ship_to.name", "Grace Hopper")
        pair("order.ship_to.lines", ["1 Main St"])
        pair("order.ship_to.city", "Troy")
        pair("order.ship_to.state", "NY")
        pair("order.ship_to.postcode", "12180")
        pair("order.ship_to.country", "CA")
        pair("order.ship_to.lat", 42.5)
        pair("order.ship_to.lng", -73.5)
        pair("order.ship_to.phone", "555 0100")
    }

    private static let stageOnceReleased: ParamPair.Sight = { site in
        try site.release("N-1")
        return .string(try site.stage(of: "N-1").rawValue)
    }

    /// How far the order is once a picker has found none of its goods, and a count has not either; and for which of the
    /// two it was cancelled.
    private static let shortage: ParamPair.Sight = { site in
        try site.release("N-1")
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
        for code in ["*SHORT", "missing"] { try picker.scan(code) }
        let none: JSONValue = ["sku": "BRICK", "qty": 0]
        try site.done("stock.count", ["warehouse": "WH-NY", "bin": "B-1-01", "lines": [none]])
        let order = try site.read("order.get", ["order_id": "N-1"])
        let reasons = try site.events("order.cancelled").map { $0["data"]?["reason"] ?? .null }
        return [
            order["stage"] ?? .null, order["flags"] ?? .null, order["picks"] ?? .null, .array(reasons),
        ]
    }

    /// What the packer is shown of the order.
    private static let shownAtBench: ParamPair.Sight = { site in
        try site.release("N-1")
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("N-1")
        return .object(packer.show.json)
    }

    private static let parcelOnceClosed: ParamPair.Sight = { site in
        try site.release("N-1")
        try site.pickEverything()
        try site.pack("N-1")
        return .array(try site.events("parcel.closed").compactMap { $0["data"] })
    }

    /// What the driver D-7 hears who takes the order's parcel.
    private static let handover: ParamPair.Sight = { site in
        _ = try parcelOnceClosed(site)
        return try site.outcome(of: "parcel.handover", ["code": "1", "driver": "D-7"])
    }
}
