import JSON

@testable import Fulfillment

extension Worlds {
    /// Two parcels are closed and labelled, C-8 at WH-NY's bench and C-P; their labels 1 and 2 wait for a printer.
    static let labels = World(after: cups) { site in
        for order in ["C-8", "C-P"] { try site.pack(order) }
    }

    /// One tour is finished, and another one is being walked.
    static let twoTours = World(after: picked) { site in
        try site.release("O-2")
        try site.picker("P2").nextTour()
    }

    /// H-1 stands at a bench: blocks of which two go into a box, and stones that go into one alone.
    static let heavy = World(after: stocked) { site in
        for (sku, weight, bin) in [("BLOCK", 5_000, "A-3-01"), ("STONE", 9_000, "A-3-02")] {
            try site.done(
                "sku.upsert",
                ["sku": .string(sku), "size_mm": [150, 100, 100], "weight_g": .int(weight)])
            try site.receive(4, sku, in: bin)
        }
        try site.send("H-1", [("BLOCK", 4), ("STONE", 1)])
        try site.pickEverything()
    }

    /// O-1 was packed, and has been cancelled: the packer K1 is to empty its box into a free tote.
    static let unpacking = World(after: packed) { site in
        try site.done("order.cancel", ["order_id": "O-1"])
        try site.packer().start("O-1")
    }
}
