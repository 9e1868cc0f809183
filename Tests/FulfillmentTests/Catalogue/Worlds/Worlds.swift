import Domain
import JSON

@testable import Fulfillment

/// Points of a day in the two small warehouses `WH-NY` and `WH-OH`, from which the walks through the catalogue begin.
enum Worlds {
    /// Nothing is known yet.
    static let empty = World { _ in }

    /// Goods of two owners lie in both warehouses. Nobody has ordered anything.
    static let stocked = World { site in
        try site.load(SmallFloor.yaml("WH-NY", name: "First", printer: "zebra-1"))
        try Goods.bring(to: site)
        try site.load(SmallFloor.yaml("WH-NY", name: "Second", printer: "zebra-1"))
        try site.load(SmallFloor.yaml("WH-OH"))
        for tote in ["Z-1", "Z-2"] {
            try site.done("tote.upsert", ["tote": .string(tote), "warehouse": "WH-OH"])
        }
        try site.done(
            "sku.upsert",
            ["sku": "PEN", "units": [["unit": "case", "qty": 12, "barcodes": ["9506000134352"]]]])
        // One code on two goods.
        for (sku, client) in [("CLAP", ""), ("CLIP", "ACME")] {
            try site.done(
                "sku.upsert",
                [
                    "sku": .string(sku), "client": .string(client), "size_mm": [50, 50, 50], "weight_g": 30,
                    "barcodes": ["55501"],
                ])
        }
        try site.done(
            "sku.upsert", ["sku": "PEN", "client": "ACME", "size_mm": [150, 20, 20], "weight_g": 40])
        try site.receive(40, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "B-1-01")
        try site.receive(10, "SERUM", in: "A-2-01", lot: "L1", expiry: "2027-06-01")
        try site.receive(5, "SERUM", in: "B-4-01", lot: "L2", expiry: "2027-03-01")
        for (warehouse, client, bin) in [("WH-NY", "ACME", "A-1-02"), ("WH-OH", "", "A-1-01")] {
            let place: JSONObject = ["warehouse": .string(warehouse), "bin": .string(bin)]
            let goods: JSONObject = ["client": .string(client), "sku": "PEN", "qty": 20]
            try site.done("stock.receive", place.setting(goods))
        }
    }

    /// Orders of both owners are accepted, two of them with one number.
    static let ordered = World(after: stocked) { site in
        try site.allocate("O-1", [("PEN", 3)])
        try site.allocate("O-2", [("BRICK", 2)])
        try site.allocate("X-1", [("PEN", 1)])
        try site.allocate("X-1", [("PEN", 1)], ["client": "ACME"])
        try site.allocate("OH-1", [("PEN", 1)], ["plan": ["warehouse": "WH-OH", "driver": "D-9"]])
    }

    /// Session 1, of the badge P1, stands before the bin of O-1 and is to scan the item.
    static let picking = World(after: ordered) { site in
        try site.release("O-1")
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
    }

    /// O-1 stands at a bench; nobody has begun to pack it.
    static let picked = World(after: picking) { site in
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .none)
    }

    /// Session 2, of the badge K1, has taken the box of O-1 and is to put the first piece in.
    static let packing = atBench(before: .item, after: picked)
    /// All pieces are in, and the box is to be weighed.
    static let weighing = atBench(before: .weight, after: packing)
    /// The box is weighed, and is to be closed.
    static let closing = atBench(before: .yesNo, after: weighing)
    /// The box is closed, and its label is to be scanned.
    static let labelling = atBench(before: .label, after: closing)
    /// O-1 is packed: parcel 1 with label 1.
    static let packed = atBench(before: .none, after: labelling)

    /// A driver has O-1.
    static let shipped = World(after: packed) { site in try site.handOver("O-1") }

    /// The two orders that have one number stand at a bench.
    static let twins = World(after: ordered) { site in
        for client in ["", "ACME"] {
            try site.done("order.release", ["order_id": "X-1", "client": .string(client)])
        }
        try site.pickEverything()
    }

    /// A pick, a count of two bins and a count in the other warehouse wait; nobody is at work.
    static let waiting = World(after: ordered) { site in
        try site.release("O-1")
        for (warehouse, bin) in [("WH-NY", "A-1-01"), ("WH-NY", "B-1-01"), ("WH-OH", "A-1-01")] {
            try site.done(
                "task.open", ["kind": "count", "warehouse": .string(warehouse), "bin": .string(bin)])
        }
    }

    private static func atBench(before expectation: Expectation, after earlier: World) -> World {
        World(after: earlier) { site in
            let packer = try site.packer()
            try packer.start("O-1")
            try packer.answer(until: expectation)
        }
    }
}
