import JSON

@testable import Fulfillment

extension RefusalTable {
    mutating func orders() {
        begin("order.allocate", in: Worlds.ordered, TestSite.order("N-1", [("PEN", 1)]))
        refusal(.orderConflict, ["order.order_id": "O-1"])
        refusal(.capacityMismatch, ["order.items.capacity": 4, "order.total_capacity": 5])
        refusal(.unknownSKU, ["order.items.sku": "NIX"])
        refusal(.unknownUnit, ["order.items.unit": "pallet"])
        refusal(.unknownWarehouse, ["order.plan.warehouse": "WH-XX"])
        refusal(.stockShort, ["order.items.qty": 1_000])

        begin("order.cancel", in: Worlds.shipped, ["order_id": "O-1"])
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.wrongState)

        begin("order.hold", in: Worlds.picking, ["order_id": "O-1", "reason": "Address"])
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.wrongState)

        begin("order.resume", in: Worlds.ordered, ["order_id": "O-1"])
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.wrongState)

        begin("order.release", in: Worlds.picked, ["order_id": "O-1"])
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        refusal(.wrongState)

        begin("order.unrelease", in: Worlds.ordered, ["order_id": "O-1"])
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.wrongState)

        for method in ["order.get", "order.explain"] {
            begin(method, in: Worlds.ordered, ["order_id": "NIX"])
            refusal(.unknownOrder)
        }
        begin("order.list", in: Worlds.ordered, ["warehouse": "WH-XX"])
        refusal(.unknownWarehouse)
    }

    mutating func peopleAndTasks() {
        begin(
            "session.start", in: Worlds.stocked,
            ["warehouse": "WH-NY", "badge": "K1", "device": "h07", "station": "PACK-1"])
        refusal(.unknownStation, ["station": "PACK-9"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        begin("session.start", in: Worlds.empty, ["badge": "K1", "device": "h07", "station": "PACK-1"])
        refusal(.notConfigured)

        begin("session.end", in: Worlds.picking, ["session": 1])
        refusal(.unknownSession, ["session": 99])
        refusalOnce(.wrongState) { site in try site.done("session.end", ["session": 1]) }

        begin("session.list", in: Worlds.stocked, ["warehouse": "WH-XX"])
        refusal(.unknownWarehouse)

        begin("task.open", in: Worlds.stocked, ["kind": "count", "warehouse": "WH-NY", "bin": "A-1-01"])
        refusal(.unknownBin, ["bin": "Z-9-09"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        begin("task.open", in: Worlds.stocked, ["kind": "count", "warehouse": "WH-NY", "sku": "CLAP"])
        refusal(.unknownSKU, ["sku": "NIX"])
        refusal(.wrongState)
        begin("task.open", in: Worlds.empty, ["kind": "count", "bin": "A-1-01"])
        refusal(.notConfigured)

        begin("task.list", in: Worlds.stocked, ["warehouse": "WH-NY"])
        refusal(.unknownBin, ["bin": "Z-9-09"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        begin("task.list", in: Worlds.empty, ["bin": "A-1-01"])
        refusal(.notConfigured)
    }
}
