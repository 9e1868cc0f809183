import JSON

@testable import Fulfillment

extension RefusalTable {
    mutating func bench() {
        packStart()
        packScan()

        begin("pack.box", in: Worlds.packing, ["parcel": 1, "box": "L"])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.unknownBox, ["box": "NIX"])
        refusalOnce(.doesNotFit) { site in
            try site.done("box.upsert", ["box": "L", "inner_mm": [60, 60, 60]])
        }
        refusal(.wrongState, in: Worlds.packed)
        refusalOnce(.notConfigured) { site in try site.wantLeastCost() }

        begin("pack.undo", in: Worlds.packing, ["parcel": 1])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.wrongState)

        begin("pack.reopen", in: Worlds.packing, ["parcel": 1, "reason": "Torn"])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.wrongState)

        begin("pack.weigh", in: Worlds.weighing, ["parcel": 1, "weight_g": 210])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.weightOff, ["weight_g": 900])
        refusal(.wrongState, in: Worlds.packed)

        begin("pack.close", in: Worlds.closing, ["parcel": 1])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.contentsDiffer, in: Worlds.packing)
        refusal(.wrongState, in: Worlds.weighing)
        refusalOnce(.notConfigured) { site in try site.loseCompanyPrefix() }

        begin("pack.confirm", in: Worlds.labelling) { site in
            let sscc = try site.codes(of: "O-1").first ?? ""
            return ["parcel": 1, "code": .string(sscc)]
        }
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.wrongLabel, ["code": "106141411234567897"])
        refusal(.wrongState, in: Worlds.packed)
    }

    private mutating func packStart() {
        begin("pack.start", in: Worlds.picked) { site in
            ["session": .int(try site.packer().session), "code": "O-1"]
        }
        refusal(.unknownSession, ["session": 99])
        refusal(.wrongState, ["session": 1])
        refusal(.unknownCode, ["code": "NIX"])
        refusal(.wrongTote, ["code": "PEN"])
        refusal(.ambiguousCode, ["code": "X-1"])
        refusalOnce(.doesNotFit) { site in
            try site.done("sku.upsert", ["sku": "PEN", "size_mm": [900, 20, 20]])
        }
        refusalOnce(.notConfigured) { site in try site.wantLeastCost() }
    }

    private mutating func packScan() {
        begin("pack.scan", in: Worlds.packing) { site in try Self.answer("PEN", on: site) }
        refusal(.unknownSession, ["session": 99])
        refusal(.staleStep, ["step": 999])
        refusal(.wrongItem, ["code": "BRICK"])
        refusal(.wrongState, ["code": "*FULL"])
        refusal(.tooMany) { site in try Self.answer("99", after: "PEN", on: site) }
        refusal(.weightOff, in: Worlds.weighing) { site in try Self.answer("900", on: site) }
        refusal(.wrongLabel, in: Worlds.labelling) { site in try Self.answer("106141411234567897", on: site) }
        refusal(.unknownBox, in: Worlds.picked) { site in try Self.answer("NIX", on: site) }
        refusal(.wrongBox, in: Worlds.picked) { site in try Self.answer("PEN", on: site) }
        refusal(.contentsDiffer, in: Worlds.picked) { site in
            try site.packer().start("O-1")
            try site.done("pack.weigh", ["parcel": 1, "weight_g": 210])
            return try Self.answer("yes", after: "S", on: site)
        }
        refusal(.notConfigured, in: Worlds.closing) { site in
            try site.loseCompanyPrefix()
            return try Self.answer("yes", on: site)
        }
        refusal(.doesNotFit, in: Worlds.heavy) { site in try Self.stoneOnTopOfBlock(site) }
        refusal(.unknownTote, in: Worlds.unpacking) { site in try Self.answer("NIX", on: site) }
        refusal(.wrongTote, in: Worlds.unpacking) { site in try Self.answer("PEN", on: site) }
        refusal(.wrongTote, in: Worlds.unpacking) { site in try Self.answer("Z-1", on: site) }
        refusal(.toteInUse, in: Worlds.unpacking) { site in
            try site.send("O-3", [("PEN", 1)])
            let picker = try site.picker()
            try picker.nextTour()
            try picker.scan("T-40")
            return try Self.answer("T-40", on: site)
        }
    }

    /// What the packer K1 says at O-1, once further codes have been scanned.
    private static func answer(
        _ code: String, after scanned: String..., on site: TestSite
    ) throws -> JSONObject {
        let packer = try site.packer()
        try packer.start("O-1")
        for code in scanned { try packer.scan(code) }
        return packer.params(code, step: packer.step)
    }

    /// A block lies in the box, and the packer scans a stone that would be too heavy for it beside the block.
    private static func stoneOnTopOfBlock(_ site: TestSite) throws -> JSONObject {
        let packer = try site.packer()
        try packer.start("H-1")
        try packer.answer()
        try packer.scan("BLOCK")
        if packer.expects == .quantity { try packer.scan("1") }
        return packer.params("STONE", step: packer.step)
    }
}

extension TestSite {
    /// From here on parcels are planned by what boxes cost, and no box has a price.
    fileprivate func wantLeastCost() throws {
        settings.packing.profile = .leastCost
        try reopen()
    }

    /// From here on no number of a parcel can be made.
    fileprivate func loseCompanyPrefix() throws {
        settings.gs1CompanyPrefix = "1"
        try reopen()
    }
}
