import Domain
import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func tours() {
        begin("tour.next", in: Worlds.waiting) { site in
            for badge in ["P1", "P2"] { _ = try site.picker(badge) }
            return ["session": 1, "kinds": ["pick"]]
        }
        pair("session", 2)
        pair("kinds", ["count"])

        begin("tour.scan", in: Worlds.picking) { site in
            try Self.request(of: site, ["code": "PEN"])
        }
        pair("session", 99)
        pair("step") { try Self.nextStep(of: $0) }
        pair("code", "BRICK")

        begin("tour.short", in: Worlds.picking) { site in
            try Self.request(of: site, ["found": 1, "reason": "missing"])
        }
        pair("session", 99)
        pair("step") { try Self.nextStep(of: $0) }
        pair("found", 2)
        pair("reason", "damaged")

        for method in ["tour.skip", "tour.why", "tour.pause"] {
            begin(method, in: Worlds.picking) { site in try Self.request(of: site) }
            pair("session", 99)
            pair("step") { try Self.nextStep(of: $0) }
        }

        begin("tour.list", in: Worlds.twoTours)
        pair("state", "finished")
        pair("warehouse", "WH-OH")
        pages(after: "1")
    }

    mutating func tasks() {
        let bin: JSONObject = ["kind": "count", "warehouse": "WH-NY", "bin": "A-1-01"]
        begin("task.open", in: Worlds.stocked, bin)
        pair("kind", "unpack", mayBeRefused: true)
        pair("bin", "B-1-01")
        pair("blind", true)
        pair("reason", "Looks odd")
        pair("warehouse", "WH-OH")
        begin("task.open", in: Worlds.stocked, ["kind": "count", "warehouse": "WH-NY", "sku": "PEN"])
        pair("sku", "BRICK")
        pair("client", "ACME")

        begin("task.list", in: Worlds.waiting, ["warehouse": "WH-NY"])
        pair("kind", "put_back")
        pair("state", "done")
        pair("bin", "A-1-01")
        pair("warehouse", "WH-OH")
        pair("client", "ACME")
        pages(after: "1")
    }

    /// What the picker P1 says at the prompt that stands.
    private static func request(of site: TestSite, _ more: JSONObject = [:]) throws -> JSONObject {
        let picker = try site.picker()
        try picker.nextTour()
        return (["session": .int(picker.session), "step": .int(picker.step)] as JSONObject).setting(more)
    }

    private static func nextStep(of site: TestSite) throws -> JSONValue? {
        let picker = try site.picker()
        try picker.nextTour()
        return .int(picker.step + 1)
    }
}
