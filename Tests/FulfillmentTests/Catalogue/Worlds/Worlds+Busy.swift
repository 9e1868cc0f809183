import JSON

@testable import Fulfillment

extension Worlds {
    /// Work of every kind and at every stage, of both owners and in both warehouses: each list has rows that a filter
    /// lets through and rows that it holds back.
    static let busy = World(after: stocked) { site in
        try site.allocate("O-1", [("PEN", 3)])
        try site.allocate("O-2", [("BRICK", 6)], plan("WH-NY", "D-8").setting(["on_short": "ship"]))
        try site.allocate("O-3", [("SERUM", 1)])
        try site.allocate("O-4", [("PEN", 1)])
        try site.allocate("O-5", [("PEN", 1)])
        for order in ["A-1", "A-2"] { try site.allocate(order, [("PEN", 2)], ["client": "ACME"]) }
        try site.allocate("OH-1", [("PEN", 1)], plan("WH-OH", "D-9"))
        for (order, client) in [
            ("O-1", ""), ("O-2", ""), ("O-5", ""), ("A-1", "ACME"), ("A-2", "ACME"), ("OH-1", ""),
        ] {
            try site.done("order.release", ["order_id": .string(order), "client": .string(client)])
        }
        // One of the six is lost.
        try site.done(
            "stock.adjust",
            ["warehouse": "WH-NY", "bin": "B-1-01", "sku": "BRICK", "delta": -15, "reason": "lost"])
        try site.pickEverything()
        try site.pickEverything(by: "P8", at: "WH-OH")
        for order in ["O-1", "O-2", "A-1"] { try site.pack(order) }
        try site.pack("OH-1", by: "K8", at: "WH-OH")
        try site.handOver("O-1")
        try site.done("order.cancel", ["order_id": "O-5"])
        try printLabels(on: site)
        try leaveWork(on: site)
    }

    private static func plan(_ warehouse: String, _ driver: String) -> JSONObject {
        ["plan": ["warehouse": .string(warehouse), "driver": .string(driver)]]
    }

    /// The first label is printed, and a copy of it waits at another printer.
    private static func printLabels(on site: TestSite) throws {
        try site.done("label.outcome", ["job": 1, "outcome": "printed"])
        try site.done("label.reprint", ["job": 1, "reason": "Smeared", "printer": "default"])
    }

    /// A tour is being walked, counts wait and are done, a session has ended, and events are read.
    private static func leaveWork(on site: TestSite) throws {
        try site.release("O-4")
        let picker = try site.picker("P2")
        try site.done("tour.next", ["session": .int(picker.session), "kinds": ["pick"]])
        for (warehouse, bin) in [("WH-NY", "A-1-01"), ("WH-NY", "A-2-01"), ("WH-OH", "A-1-01")] {
            try site.done(
                "task.open", ["kind": "count", "warehouse": .string(warehouse), "bin": .string(bin)])
        }
        try site.done(
            "task.open", ["kind": "count", "warehouse": "WH-NY", "sku": "PEN", "client": "ACME"])
        try site.done("stock.count", ["warehouse": "WH-NY", "bin": "A-2-01", "lines": [], "complete": true])
        try site.done("session.end", ["session": 1])
        for consumer in ["carrier", "shop"] {
            try site.done("event.ack", ["consumer": .string(consumer), "sequence": 1])
        }
    }
}
