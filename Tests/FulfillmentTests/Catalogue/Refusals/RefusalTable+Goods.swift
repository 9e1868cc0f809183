import JSON

@testable import Fulfillment

extension RefusalTable {
    mutating func layoutsAndGoods() {
        begin("layout.check", in: Worlds.empty, ["yaml": "aisles: 7"])
        refusal(.layoutFaults)

        begin("layout.load", in: Worlds.stocked, ["yaml": .string(SmallFloor.yaml("WH-NY"))])
        refusal(.layoutFaults, ["yaml": "aisles: 7"])
        refusal(.layoutInUse, ["yaml": .string(SmallFloor.yaml("WH-NY", firstX: 2))])

        begin("layout.get", in: Worlds.stocked, ["warehouse": "WH-NY"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        begin("layout.get", in: Worlds.empty)
        refusal(.notConfigured)

        begin("sku.get", in: Worlds.stocked, ["sku": "PEN"])
        refusal(.unknownSKU, ["sku": "NIX"])
        refusal(.ambiguousCode, ["sku": "55501"])
        refusal(.ambiguousCode) { site in
            let goods: JSONObject = ["sku": "CLIP", "client": "BETA", "size_mm": [50, 50, 50], "weight_g": 30]
            try site.done("sku.upsert", goods)
            return ["sku": "CLIP"]
        }

        begin("tote.upsert", in: Worlds.picking, ["tote": "T-1"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        refusal(.toteInUse, ["warehouse": "WH-OH"])
        begin("tote.list", in: Worlds.stocked)
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
    }

    mutating func stock() {
        let pen: JSONObject = ["warehouse": "WH-NY", "sku": "PEN", "bin": "A-1-01"]
        begin("stock.receive", in: Worlds.stocked, pen.setting(["qty": 1]))
        places()
        refusal(.unknownUnit, ["unit": "pallet"])

        begin("stock.adjust", in: Worlds.stocked, pen.setting(["delta": -1, "reason": "count"]))
        places()
        refusal(.stockShort, ["delta": -1_000])

        begin("stock.set", in: Worlds.stocked, pen.setting(["qty": 1]))
        places()

        begin(
            "stock.move", in: Worlds.stocked,
            ["warehouse": "WH-NY", "sku": "PEN", "from": "A-1-01", "to": "A-1-03", "qty": 1])
        refusal(.unknownBin, ["from": "Z-9-09"])
        refusal(.unknownSKU, ["sku": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        refusal(.stockShort, ["qty": 1_000])
        noLayout()

        begin("stock.count", in: Worlds.stocked) { _ in
            ["warehouse": "WH-NY", "bin": "A-1-01", "lines": [["sku": "PEN", "qty": 40]]]
        }
        refusal(.unknownBin, ["bin": "Z-9-09"])
        refusal(.unknownSKU, ["lines.sku": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        noLayout()

        begin("stock.list", in: Worlds.stocked, ["warehouse": "WH-NY"])
        refusal(.unknownBin, ["bin": "Z-9-09"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        noLayout()

        begin("stock.available", in: Worlds.stocked, ["warehouse": "WH-NY", "sku": "PEN"])
        refusal(.unknownSKU, ["sku": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        noLayout()
    }

    /// Of what names a stock record.
    private mutating func places() {
        refusal(.unknownBin, ["bin": "Z-9-09"])
        refusal(.unknownSKU, ["sku": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        noLayout()
    }

    /// The warehouse may be left out where there is one; here there is none.
    private mutating func noLayout() {
        let base = base
        refusal(.notConfigured, in: Worlds.empty) { site in try base(site).setting("warehouse", to: nil) }
    }
}
