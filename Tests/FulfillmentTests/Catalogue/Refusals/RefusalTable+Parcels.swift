import JSON

@testable import Fulfillment

extension RefusalTable {
    mutating func parcelsAndLabels() {
        begin("parcel.get", in: Worlds.packed, ["parcel": 99])
        refusal(.unknownParcel)
        begin("parcel.list", in: Worlds.packed)
        refusal(.unknownOrder, ["order_id": "NIX"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])

        begin("parcel.handover", in: Worlds.packed, ["code": "1", "driver": "D-7"])
        refusal(.unknownParcel, ["code": "99"])
        refusal(.unknownWarehouse, ["warehouse": "WH-XX"])
        refusal(.wrongDriver, ["driver": "D-8"])
        refusal(.wrongState, in: Worlds.packing)

        begin("label.list", in: Worlds.packed, ["parcel": 99])
        refusal(.unknownParcel)

        begin("label.reprint", in: Worlds.packed, ["parcel": 1, "reason": "Torn"])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.unknownPrinter, ["printer": "zebar-1"])
        refusal(.wrongState, in: Worlds.packing)
        begin("label.reprint", in: Worlds.packed, ["job": 99, "reason": "Torn"])
        refusal(.unknownLabel)

        begin("label.move", in: Worlds.packed, ["job": 1, "printer": "default"])
        refusal(.unknownLabel, ["job": 99])
        refusal(.unknownPrinter, ["printer": "defualt"])
        refusalOnce(.wrongState) { site in try site.printFirstLabel() }

        begin("label.void", in: Worlds.packed, ["parcel": 1, "reason": "Torn"])
        refusal(.unknownParcel, ["parcel": 99])
        refusal(.wrongState, in: Worlds.packing)
        begin("label.void", in: Worlds.packed, ["job": 99, "reason": "Torn"])
        refusal(.unknownLabel)

        begin("label.outcome", in: Worlds.packed, ["job": 1, "outcome": "failed"])
        refusal(.unknownLabel, ["job": 99])
        refusalOnce(.wrongState) { site in try site.printFirstLabel() }
    }

    mutating func eventsAndImports() {
        begin("event.list", in: Worlds.ordered)
        refusal(.ahead, ["after": 9_999])
        refusal(.gone) { site in
            site.now = site.now.adding(days: site.settings.retention.eventsDays + 1)
            try site.done("history.slice", ["part": "events", "limit": 2])
            return ["after": 1]
        }

        begin("event.ack", in: Worlds.ordered, ["consumer": "shop", "sequence": 9_999])
        refusal(.ahead)
        begin("event.forget", in: Worlds.ordered, ["consumer": "shop"])
        refusal(.unknownConsumer)

        begin("import.begin", in: Worlds.stocked, ["kind": "tote", "warehouse": "WH-XX"])
        refusal(.unknownWarehouse)

        let rows: JSONObject = ["import": 1, "first_line": 2, "rows": [["tote": "Q-1"]]]
        begin("import.rows", in: Worlds.stocked, rows)
        refusal(.unknownImport)
        refusalOnce(.wrongState) { site in
            try site.done("import.begin", ["kind": "tote", "warehouse": "WH-NY"])
            try site.done("import.commit", ["import": 1])
        }

        begin("import.commit", in: Worlds.stocked, ["import": 1])
        refusal(.unknownImport)
        // Nobody has committed it for so long that its rows were dropped.
        refusalOnce(.wrongState) { site in
            try site.done("import.begin", ["kind": "tote", "warehouse": "WH-NY"])
            site.now = site.now.adding(days: 8)
            try site.done("import.slice", ["limit": 1])
        }
        refusalOnce(.importFaults) { site in
            try site.done("import.begin", ["kind": "box"])
            try site.done("import.rows", rows)
        }

        begin("import.get", in: Worlds.stocked, ["import": 1])
        refusal(.unknownImport)
    }
}

extension TestSite {
    /// The first label has come out of its printer.
    fileprivate func printFirstLabel() throws {
        try done("label.outcome", ["job": 1, "outcome": "printed"])
    }
}
