import Domain
import JSON

@testable import Fulfillment

extension RefusalTable {
    mutating func tours() {
        begin("tour.next", in: Worlds.picking, ["session": 1])
        refusal(.unknownSession, ["session": 99])
        refusal(.wrongState) { site in ["session": .int(try site.packer().session)] }

        tourScan()

        begin("tour.short", in: Worlds.picking) { site in
            try Self.answer(at: .item, ["found": 1, "reason": "missing"], on: site)
        }
        refusal(.unknownSession, ["session": 99])
        refusal(.staleStep, ["step": 999])
        refusal(.tooMany, ["found": 3])
        refusal(.wrongState) { site in
            try Self.answer(at: .tote, ["found": 1, "reason": "missing"], on: site)
        }

        for method in ["tour.skip", "tour.why", "tour.pause"] {
            begin(method, in: Worlds.picking, ["session": 1])
            refusal(.unknownSession, ["session": 99])
            refusal(.staleStep, ["step": 999])
            refusal(.wrongState) { site in ["session": .int(try site.picker("P2").session)] }
        }

        begin("tour.list", in: Worlds.stocked, ["warehouse": "WH-XX"])
        refusal(.unknownWarehouse)
    }

    private mutating func tourScan() {
        begin("tour.scan", in: Worlds.picking) { site in
            try Self.answer(at: .item, ["code": "PEN"], on: site)
        }
        refusal(.unknownSession, ["session": 99])
        refusal(.staleStep, ["step": 999])
        refusal(.wrongItem, ["code": "BRICK"])
        refusal(.wrongState, ["code": "*FULL"])
        scan(.tooMany, "99", at: .quantity)
        scan(.wrongTote, "T-2", at: .tote)
        refusal(.wrongTote) { site in try Self.fullTote("Z-1", on: site) }
        scan(.wrongStation, "DEPOT", at: .station)
        refusal(.unknownTote) { site in try Self.fullTote("NIX", on: site) }
        refusal(.toteInUse) { site in try Self.fullTote("T-1", on: site) }
        refusal(.wrongBin, in: Worlds.ordered) { site in
            try site.release("O-1")
            return try Self.answer(at: .bin, ["code": "B-1-01"], on: site)
        }
        refusal(.wrongLot, in: Worlds.stocked) { site in
            try site.send("S-1", [("SERUM", 1)])
            return try Self.answer(at: .lot, ["code": "L9"], on: site)
        }
        refusal(.ambiguousCode, in: Worlds.stocked) { site in
            try site.openCount("A-1-01")
            return try Self.answer(at: .item, ["code": "55501"], on: site)
        }
    }

    private mutating func scan(_ kind: ErrorKind, _ code: String, at expectation: Expectation) {
        refusal(kind) { site in try Self.answer(at: expectation, ["code": .string(code)], on: site) }
    }

    /// What the picker P1 says, who goes on until this is asked.
    private static func answer(
        at expectation: Expectation, _ more: JSONObject, on site: TestSite
    ) throws -> JSONObject {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: expectation)
        return (["session": .int(picker.session), "step": .int(picker.step)] as JSONObject).setting(more)
    }

    /// The picker's tote is full, and this is scanned for a further one.
    private static func fullTote(_ code: String, on site: TestSite) throws -> JSONObject {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .tote)
        try picker.scan("*FULL")
        return picker.params(code, step: picker.step)
    }
}
