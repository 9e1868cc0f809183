import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func bench() {
        begin("pack.start", in: Worlds.twins) { site in
            for badge in ["K1", "K2"] { _ = try site.packer(badge) }
            return ["session": 2, "code": "X-1", "client": ""]
        }
        pair("session", 3)
        pair("code", "O-1")
        pair("client", "ACME")

        begin("pack.scan", in: Worlds.packing) { site in
            let packer = try site.packer()
            try packer.start("O-1")
            return packer.params("PEN", step: packer.step)
        }
        pair("session", 99)
        pair("step") { site in
            let packer = try site.packer()
            try packer.start("O-1")
            return .int(packer.step + 1)
        }
        pair("code", "BRICK")

        begin("pack.box", in: Worlds.packing, ["parcel": 1, "box": "L"])
        pair("parcel", 99)
        pair("box", "S")

        begin("pack.undo", in: Worlds.packing) { site in
            let packer = try site.packer()
            try packer.start("O-1")
            for code in ["PEN", "1"] { try packer.scan(code) }
            return ["parcel": 1]
        }
        pair("parcel", 99)

        begin("pack.weigh", in: Worlds.weighing, ["parcel": 1, "weight_g": 210])
        pair("parcel", 99)
        pair("weight_g", 215)

        begin("pack.close", in: Worlds.closing, ["parcel": 1])
        pair("parcel", 99)

        begin("pack.confirm", in: Worlds.labelling) { site in
            let sscc = try site.codes(of: "O-1").first ?? ""
            return ["parcel": 1, "code": .string(sscc)]
        }
        pair("parcel", 99)
        pair("code", "106141411234567897")

        begin("pack.reopen", in: Worlds.packed, ["parcel": 1, "reason": "A pen too few"])
        pair("parcel", 99)
        pair("reason", "Torn")
    }

    mutating func parcelsAndLabels() {
        begin("parcel.get", in: Worlds.packed, ["parcel": 1])
        pair("parcel", 99)

        begin("parcel.list", in: Worlds.labels)
        pair("order_id", "C-8")
        pair("client", "ACME")
        pair("state", "closed")
        pair("driver", "D-8")
        pair("warehouse", "WH-OH")
        pages(after: "1")

        begin("parcel.handover", in: Worlds.packed, ["code": "1", "driver": "D-7"])
        pair("code", "99")
        pair("driver", "D-8")
        pair("warehouse", "WH-OH")

        begin("label.list", in: Worlds.labels)
        pair("parcel", 2)
        pair("printer", "default")
        pair("state", "printed")
        pages(after: "1")

        begin("label.reprint", in: Worlds.labels, ["parcel": 1, "reason": "Smeared"])
        pair("parcel", 2)
        pair("reason", "Torn")
        pair("printer", "default")
        begin("label.reprint", in: Worlds.labels, ["job": 1, "reason": "Smeared"])
        pair("job", 2)

        begin("label.move", in: Worlds.labels, ["job": 1, "printer": "default"])
        pair("job", 2)
        pair("printer", "zebra-1")
        begin("label.move", in: Worlds.labels, ["from": "zebra-1", "printer": "default"])
        pair("from", "nobody")

        begin("label.void", in: Worlds.labels, ["parcel": 1, "reason": "Torn"])
        pair("parcel", 2)
        pair("reason", "Smeared")
        begin("label.void", in: Worlds.labels, ["job": 1, "reason": "Torn"])
        pair("job", 2)

        begin("label.outcome", in: Worlds.labels, ["job": 1, "outcome": "failed", "reason": "Jam"])
        pair("job", 2)
        pair("outcome", "printed")
        pair("reason", "No paper")
    }
}
