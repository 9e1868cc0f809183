import JSON
import Testing

@testable import Fulfillment

/// Jobs that are found in the spool, printed again, and sent to another printer.
@Suite struct LabelJobTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("T-1")
        try packer.answer(until: "label")
    }

    @Test("A reprint is a new job with its reason, marked as a copy")
    func reprint() throws {
        #expect(try site.done("label.reprint", ["parcel": 1, "reason": "smeared"]) == ["job": 2, "copy": 1])
        #expect(try site.done("label.reprint", ["job": 1, "reason": "lost"]) == ["job": 3, "copy": 2])
        let jobs = try site.site.queuedLabels(for: "zebra-1", limit: 9)
        #expect(jobs.map(\.copy) == [0, 1, 2])
        #expect(jobs.map { $0.data["copy"] } == [nil, 1, 2])
        #expect(Set(jobs.map(\.key)).count == 1)
    }

    @Test("What is found of a file of another history changes nothing")
    func strangers() throws {
        let outcomes: [JSONValue] = [
            ["job": 1, "key": "106141410000000999", "copy": 0, "outcome": "printed"],
            ["job": 1, "key": "106141410000000019", "copy": 4, "outcome": "printed"],
            ["job": 77, "key": "106141410000000019", "copy": 0, "outcome": "printed"],
        ]
        #expect(try site.done("labels.record", ["outcomes": .array(outcomes)]) == ["known": []])
        #expect(try site.labelState(1) == "queued")
    }

    @Test("A label that failed, vanished or waits is told, each once")
    func told() throws {
        try site.done("labels.wait", ["printer": "zebra-1", "reason": "no space left"])
        try site.found("spooled", job: 1)
        try site.found("unknown", job: 1, reason: "vanished")
        try site.found("unknown", job: 1, reason: "vanished")
        try site.done("label.reprint", ["parcel": 1, "reason": "vanished"])
        try site.found("failed", job: 2, reason: "no font")
        let told = try site.events("label.failed").map { $0["data"] }
        #expect(told.map { $0?["state"] } == ["waiting", "unknown", "failed"])
        #expect(told.map { $0?["reason"] } == ["no space left", "vanished", "no font"])
        #expect(told.map { $0?["job"] } == [1, 1, 2])
    }

    @Test("A label that comes to light again after it had vanished is printed")
    func comesToLight() throws {
        try site.found("spooled", job: 1)
        try site.found("unknown", job: 1)
        try site.found("printed", job: 1)
        #expect(try site.labelState(1) == "printed")
        #expect(
            try site.refusal("label.outcome", ["job": 1, "outcome": "failed"])
                == .wrongState(thing: "label 1", state: "printed", wanted: "queued or spooled or unknown"))
    }

    @Test("A waiting label goes to another printer, and one that could not be drawn is tried again")
    func move() throws {
        #expect(
            try site.done("label.move", ["job": 1, "printer": "default"]) == [
                "printer": "default", "moved": [1],
            ])
        #expect(try site.site.printersWithQueuedLabels() == ["default"])
        try site.found("failed", job: 1, reason: "no template")
        #expect(try site.done("label.move", ["job": 1, "printer": "zebra-1"])["moved"] == [1])
        #expect(try site.labelState(1) == "queued")
    }

    @Test("A label that may be on paper is not moved, and no label goes to a printer that nobody knows")
    func moveRefused() throws {
        try site.found("spooled", job: 1)
        let move: JSONObject = ["job": 1, "printer": "default"]
        guard
            case .wrongState(_, state: "with the feeder of zebra-1", _) = try site.refusal("label.move", move)
        else {
            Issue.record("a label with the feeder was moved")
            return
        }
        try site.found("failed", job: 1)
        guard case .wrongState(_, state: "failed", _) = try site.refusal("label.move", move) else {
            Issue.record("a label that may be on paper was moved")
            return
        }
        guard
            case .unknownPrinter("zebar-1", let known) = try site.refusal(
                "label.move", ["job": 1, "printer": "zebar-1"])
        else {
            Issue.record("a label went to a printer that nobody knows")
            return
        }
        #expect(known.contains("zebra-1") && known.contains("default"))
    }

    @Test("All labels that wait for a printer go to another in their order; those out of reach stay")
    func moveAll() throws {
        for _ in 0..<3 { try site.done("label.reprint", ["parcel": 1, "reason": "smeared"]) }
        try site.found("spooled", job: 2)
        #expect(
            try site.done("label.move", ["from": "zebra-1", "printer": "default"])["moved"] == [1, 3, 4])
        let printers = try site.read("status")["printers"]
        #expect(printers?.array?.map { $0["printer"] } == ["default", "zebra-1"])
        #expect(printers?.array?.map { $0["queued"] } == [3, 0])
        #expect(printers?.array?.map { $0["spooled"] } == [0, 1])
        #expect(printers?.array?.map { $0["oldest_job"] } == [1, 2])
    }

    @Test("A label that failed before it came out stays where it is once a copy of it has come out")
    func moveNothingThatACopyHasReplaced() throws {
        try site.found("failed", job: 1, reason: "the text does not fit")
        try site.done("label.reprint", ["parcel": 1, "reason": "repaired"])
        try site.found("spooled", job: 2)
        try site.found("printed", job: 2)
        #expect(try site.done("label.move", ["from": "zebra-1", "printer": "default"])["moved"] == [])
    }

    @Test("Labels that failed before they came out go along; one that may be on paper does not")
    func moveFailed() throws {
        for _ in 0..<2 { try site.done("label.reprint", ["parcel": 1, "reason": "smeared"]) }
        try site.found("failed", job: 1, reason: "the text does not fit")
        try site.found("spooled", job: 2)
        try site.found("failed", job: 2, reason: "the connection broke")
        let move: JSONObject = ["from": "zebra-1", "printer": "default"]
        #expect(try site.done("label.move", move)["moved"] == [1, 3])
        #expect(try [1, 2, 3].map { try site.labelState($0) } == ["queued", "failed", "queued"])
    }

    @Test("What voids or moves labels, and nothing else, says which are taken back before")
    func withdrawsLabels() throws {
        func isOne(_ method: String, _ params: JSONObject) throws -> Bool {
            try TestSite.command(method, params, id: "c-1").get().withdrawsLabels
        }
        #expect(try isOne("label.void", ["parcel": 1, "reason": "torn"]))
        #expect(try isOne("label.move", ["job": 1, "printer": "default"]))
        #expect(try isOne("pack.reopen", ["parcel": 1, "reason": "torn"]))
        #expect(try isOne("order.cancel", ["order_id": "O-1", "reason": "bought twice"]))
        #expect(try !isOne("label.reprint", ["parcel": 1, "reason": "torn"]))
        #expect(try !isOne("label.list", [:]))
    }

    @Test("Only what will be voided or moved, and has not been, is taken back before")
    func toWithdraw() throws {
        func jobs(_ method: String, _ params: JSONObject, id: String = "c-1") throws -> [Int] {
            let command = try TestSite.command(method, params, id: id).get()
            return try site.site.labelsToWithdraw(for: command, at: site.now).map(\.row.number)
        }
        #expect(try jobs("label.void", ["parcel": 1, "reason": "torn"]) == [1])
        #expect(try jobs("label.move", ["job": 1, "printer": "default"]) == [1])
        #expect(try jobs("label.move", ["job": 1, "printer": "nobody"]) == [])
        #expect(try jobs("label.void", ["parcel": 9, "reason": "torn"]) == [])
        try site.done("label.move", ["job": 1, "printer": "default"], id: "c-1")
        #expect(try jobs("label.move", ["job": 1, "printer": "default"]) == [])
    }
}
