import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func events() {
        begin("event.list", in: Worlds.ordered)
        pair("types", ["order.accepted"])
        pages(after: 1)

        begin("event.ack", in: Worlds.ordered, ["consumer": "shop", "sequence": 2])
        pair("consumer", "carrier")
        pair("sequence", 3)

        begin("event.forget", in: Worlds.ordered) { site in
            try Self.acknowledge(as: ["carrier", "shop"], on: site)
            return ["consumer": "shop"]
        }
        pair("consumer", "carrier")

        begin("consumer.list", in: Worlds.ordered) { site in
            try Self.acknowledge(as: ["carrier", "shop"], on: site)
            return [:]
        }
        pages(after: "carrier")

        begin("audit", in: Worlds.ordered)
        pair("limit", 1)
        pair("after") { site in
            try site.read("audit", ["limit": 1])["next"]
        }
    }

    private static func acknowledge(as consumers: [String], on site: TestSite) throws {
        for consumer in consumers {
            try site.done("event.ack", ["consumer": .string(consumer), "sequence": 1])
        }
    }

    mutating func imports() {
        begin("import.begin", in: Worlds.stocked, ["kind": "tote", "warehouse": "WH-NY"])
        pair("kind", "stock", seen: Self.importOf(["tote": "Q-1"]))
        pair("warehouse", "WH-OH", seen: Self.importOf(["tote": "Q-1"]))
        begin("import.begin", in: Worlds.stocked, ["kind": "sku", "client": ""])
        let mug: JSONObject = ["sku": "MUG", "size_mm": [90, 90, 90], "weight_g": 300]
        pair("client", "ACME", seen: Self.importOf(mug))

        begin("import.rows", in: Worlds.stocked) { site in
            for _ in 0..<2 { try site.done("import.begin", ["kind": "box"]) }
            return ["import": 1, "first_line": 2, "rows": [["box": "Q"]]]
        }
        pair("import", 2)
        pair("first_line", 7, seen: Self.commit)
        pair("rows", [["box": "Q", "inner_mm": [9, 9, 9]]], seen: Self.commit)

        begin("import.commit", in: Worlds.stocked) { site in
            for box in ["Q", "R"] {
                let number = try site.done("import.begin", ["kind": "box"])["import"] ?? .null
                let row: JSONValue = ["box": .string(box), "inner_mm": [9, 9, 9]]
                try site.done("import.rows", ["import": number, "first_line": 2, "rows": [row]])
            }
            return ["import": 1]
        }
        pair("import", 2)

        begin("import.get", in: Worlds.stocked) { site in
            for kind in ["box", "tote"] { try site.done("import.begin", ["kind": .string(kind)]) }
            return ["import": 1]
        }
        pair("import", 2)
    }

    /// What there is once the import that was begun has brought a row.
    private static func importOf(_ row: JSONObject) -> ParamPair.Sight {
        { site in
            try site.done("import.rows", ["import": 1, "first_line": 2, "rows": [.object(row)]])
            let answer = try Self.commit(site)
            return [answer, try site.picture()]
        }
    }

    private static let commit: ParamPair.Sight = { site in
        try site.outcome(of: "import.commit", ["import": 1])
    }
}
