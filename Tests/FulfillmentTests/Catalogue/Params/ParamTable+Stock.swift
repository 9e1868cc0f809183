import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func stock() {
        let pen: JSONObject = ["warehouse": "WH-NY", "sku": "PEN", "bin": "A-1-01"]
        begin("stock.receive", in: Worlds.stocked, pen.setting(["qty": 5]))
        record()
        pair("qty", 6)
        pair("unit", "case")
        pair("ref", "R-1")

        begin("stock.adjust", in: Worlds.stocked, pen.setting(["delta": 2, "reason": "count"]))
        record()
        pair("delta", 3)
        pair("reason", "found")

        begin("stock.set", in: Worlds.stocked, pen.setting(["qty": 3]))
        record()
        pair("qty", 4)
        pair("reason", "damaged")

        begin("stock.move", in: Worlds.stocked, base: Self.move)
        pair("from", "A-1-04")
        pair("to", "B-2-01")
        pair("sku", "BRICK")
        pair("qty", 3)
        pair("lot", "L9")
        pair("expiry", "2027-05-01")
        pair("status", "hold")
        pair("plate", "P-9")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")

        begin("stock.move", in: Worlds.stocked) { site in
            try Self.move(site).setting("from", to: nil).setting(["bin": "A-1-03"])
        }
        pair("bin", "A-1-04")

        begin(
            "stock.count", in: Worlds.stocked,
            pen.setting("sku", to: nil).setting(["lines": [["sku": "PEN", "qty": 39]]]))
        pair("bin", "A-1-03")
        pair("lines.sku", "BRICK")
        pair("lines.qty", 38)
        pair("lines.lot", "L9")
        pair("lines.expiry", "2027-05-01")
        pair("complete", true, with: ["lines": []])
        pair("warehouse", "WH-OH")
        pair("client", "ACME")

        begin("stock.list", in: Worlds.stocked, ["warehouse": "WH-NY"])
        pair("bin", "A-1-01")
        pair("sku", "PEN")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")
        pages(after: "1")

        begin("stock.available", in: Worlds.stocked, ["warehouse": "WH-NY", "sku": "PEN"])
        pair("sku", "BRICK")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")
    }

    /// What names a stock record.
    private mutating func record() {
        pair("bin", "A-1-03")
        pair("sku", "BRICK")
        pair("lot", "L9")
        pair("expiry", "2027-05-01")
        pair("status", "hold")
        pair("plate", "P-9")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")
    }

    /// Two pieces go from a bin in which each record that one can name has some, to an empty one.
    private static let move: ParamPair.Request = { site in
        let place: JSONObject = ["warehouse": "WH-NY", "sku": "PEN", "bin": "A-1-03", "qty": 5]
        let others: [JSONObject] = [
            [:], ["bin": "A-1-04"], ["sku": "BRICK"], ["lot": "L9"], ["expiry": "2027-05-01"],
            ["status": "hold"], ["plate": "P-9"], ["warehouse": "WH-OH"], ["client": "ACME"],
        ]
        for other in others { try site.done("stock.receive", place.setting(other)) }
        return ["warehouse": "WH-NY", "sku": "PEN", "from": "A-1-03", "to": "B-1-02", "qty": 2]
    }
}
