import JSON
import Testing

@testable import Fulfillment

/// The walk that brings pieces of cancelled orders home.
@Suite struct BringBackTests {
    /// A site with picked orders that have been cancelled, their totes at the station.
    private func site(_ orders: [(String, [(String, Int)])], settings: SiteSettings = SiteSettings()) throws
        -> TestSite
    {
        let site = try TestSite(floor: try TestSite.layoutText("wh-ny"), settings: settings)
        try site.done("sku.upsert", ["sku": "BRICK", "storage": "chilled"])
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "C-5-04")
        for (id, items) in orders { try site.send(id, items) }
        try site.pickEverything()
        for (id, _) in orders { try site.done("order.cancel", ["order_id": .string(id)]) }
        return site
    }

    private func carrier(_ site: TestSite, _ badge: String = "P1") throws -> Handheld {
        let carrier = try site.picker(badge)
        try carrier.nextTour()
        return carrier
    }

    private func totes(_ site: TestSite, _ state: String) throws -> [String] {
        (try site.read("tote.list", ["state": .string(state)])["totes"]?.array ?? []).compactMap {
            $0["tote"]?.string
        }
    }

    // MARK: The walk

    @Test("Totes are taken along, then bin, item and quantity of each task; the tour is over with the last")
    func walk() throws {
        let site = try site([("O-1", [("PEN", 3), ("BRICK", 1)]), ("O-2", [("PEN", 1)])])
        let carrier = try carrier(site)
        #expect(carrier.expects == "tote" && carrier.show["kind"] == "put_back")
        #expect((carrier.show["done"], carrier.show["of"]) == (0, 3))
        #expect(
            try carrier.refusal(of: "T-9")
                == .wrongTote(
                    expected: carrier.show["tote"]?.string ?? "", scanned: "T-9", scannedIs: "tote, free"))
        try carrier.answer()
        #expect(carrier.expects == "tote")
        try carrier.answer()
        #expect(carrier.expects == "bin")
        #expect(try site.tasks().allSatisfy { $0["state"] == "loaded" && $0["badge"] == "P1" })
        var bins: [String] = []
        for _ in 0..<20 where carrier.expects != "none" {
            if carrier.expects == "bin" { bins.append(carrier.show["bin"]?.string ?? "") }
            try carrier.answer()
            #expect(try site.breaches() == [])
        }
        #expect(bins.sorted() == ["A-1-01", "C-5-04"])
        let tour = try #require(try site.tours().last)
        #expect((tour["kind"], tour["state"], tour["badge"]) == ("put_back", "finished", "P1"))
        #expect(try site.events("tour.started").last?["data"]?["picks"] == 3)
        #expect(try site.events("tour.finished").last?["data"]?["tour"] == tour["tour"])
        #expect(try site.events("task.done").allSatisfy { $0["data"]?["by"] == "P1" })
        #expect(
            try site.events("order.cancelled").compactMap { $0["subject"]?.string }.sorted() == [
                "O-1", "O-2",
            ])
        #expect(try totes(site, "free").count == 40)
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, 10))
    }

    @Test("A wrong bin, a wrong item and a piece too many are refused by name, and the prompt stands")
    func refusals() throws {
        let site = try site([("O-1", [("PEN", 3)])])
        let carrier = try carrier(site)
        try carrier.answer()
        #expect(
            try carrier.refusal(of: "C-5-04")
                == .wrongBin(expected: "A-1-01", scanned: "C-5-04", scannedIs: "bin, holds BRICK"))
        try carrier.scan("a-01-01")
        #expect(
            try carrier.refusal(of: "BRICK")
                == .wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "item BRICK"))
        try carrier.scan("PEN")
        #expect(carrier.expects == "quantity" && carrier.show["counted"] == 1)
        #expect(try carrier.refusal(of: "4") == .tooMany(expected: 3, given: 4, of: "PEN"))
        let step = carrier.step
        #expect(
            try carrier.refusal(of: "3", step: step - 1) == .staleStep(current: step, given: step - 1))
        try carrier.scan("PEN")
        try carrier.scan("PEN")
        #expect(carrier.expects == "none")
        #expect(try site.stage(of: "O-1") == "cancelled")
    }

    @Test("*WHY tells the way and the reason, *SKIP leaves a bin for later, *UNDO goes one step back")
    func commands() throws {
        let site = try site([("O-1", [("PEN", 3), ("BRICK", 2)])])
        let carrier = try carrier(site)
        try carrier.answer()
        let (step, first) = (carrier.step, carrier.show["bin"]?.string ?? "")
        let asked = try site.read("tour.why", ["session": .int(carrier.session)])
        #expect(asked["step"] == .int(step))
        #expect(asked["show"]?["why"]?.array?.count == 2)
        try carrier.scan("*WHY")
        #expect(carrier.step == step && carrier.show["why"]?.array?.count == 2)
        for code in ["*SHORT", "*UNDO"] {
            guard case .notHere("bin", _) = try carrier.refusal(of: code) else {
                Issue.record("\(code) did something before anything was scanned")
                return
            }
        }
        try carrier.scan("*SKIP")
        #expect(carrier.expects == "bin" && carrier.show["bin"]?.string != first)
        try carrier.answer(until: "quantity")
        try carrier.scan("*UNDO")
        #expect(carrier.expects == "item" && carrier.show["counted"] == nil)
        try carrier.scan("*UNDO")
        #expect(carrier.expects == "bin")
        try carrier.scan("*SKIP")
        #expect(carrier.show["bin"]?.string == first)
        try carrier.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.breaches() == [])
    }

    @Test("What only a pick has is refused on such a walk, and what is for walks at a bench")
    func otherWork() throws {
        let site = try site([("O-1", [("PEN", 3)])])
        let carrier = try carrier(site)
        try carrier.answer(until: "item")
        let short: JSONObject = [
            "session": .int(carrier.session), "step": .int(carrier.step), "found": 1, "reason": "missing",
        ]
        guard case .notHere("item", _) = try site.refusal("tour.short", short) else {
            Issue.record("a put-back was short")
            return
        }
        let packer = try site.packer()
        for (method, params) in [
            ("tour.scan", packer.params("PEN", step: 0)), ("tour.pause", ["session": .int(packer.session)]),
        ] as [(String, JSONObject)] {
            #expect(
                try site.refusal(method, params)
                    == .wrongState(thing: "session \(packer.session)", state: "idle", wanted: "on a tour"))
        }
        try carrier.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "cancelled")
    }

    @Test(
        "What is left of a walk is gone on with by anybody, also after a restart",
        arguments: ["*PAUSE", "session.end"])
    func left(how: String) throws {
        let site = try site([("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        let first = try carrier(site)
        let started = try site.events("tour.started").count
        try first.answer(until: "bin")
        try first.answer(until: "quantity")
        try first.answer()
        try first.answer(until: "quantity")
        if how == "*PAUSE" {
            try first.scan("*PAUSE")
            #expect(first.expects == "none")
            #expect(first.prompt["say"]?.string?.hasSuffix("paused") ?? false)
        } else {
            try site.done("session.end", ["session": .int(first.session)])
        }
        #expect(try site.tours().last?["state"] == "paused")
        #expect(try site.breaches() == [])
        try site.reopen()
        let second = try carrier(site, "P2")
        #expect(second.expects == "bin" && second.show["kind"] == "put_back")
        #expect((second.show["done"], second.show["of"]) == (1, 2))
        try second.answer(until: "none")
        #expect(try site.events("tour.started").count == started)
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.stage(of: "O-2") == "cancelled")
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, 10))
        #expect(try site.breaches() == [])
    }

    @Test("A walk that was left before its totes were taken along begins with them")
    func leftBeforeTheTotes() throws {
        let site = try site([("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        let first = try carrier(site)
        let tote = first.show["tote"]
        try first.answer()
        #expect(first.expects == "tote" && first.show["tote"] != tote)
        try first.scan("*PAUSE")
        #expect(try Set(site.tasks().compactMap { $0["state"]?.string }) == ["loaded", "open"])
        let second = try carrier(site, "P2")
        #expect(second.expects == "tote" && second.show["tote"] != tote)
        try second.answer(until: "none")
        #expect(try totes(site, "free").count == 40)
        #expect(try site.breaches() == [])
    }

    @Test("The prompt stands when the handheld or the daemon comes back")
    func comesBack() throws {
        let site = try site([("O-1", [("PEN", 3)])])
        let carrier = try carrier(site)
        try carrier.answer(until: "quantity")
        let prompt = carrier.prompt
        try site.reopen()
        try carrier.nextTour()
        #expect(carrier.prompt == prompt)
    }

    // MARK: Where the pieces go

    @Test("Where the home bin is closed, the pieces go to one with the same goods, else to an empty one")
    func closedHome() throws {
        for holdsOthers in [true, false] {
            let site = try TestSite()
            try site.receive(3, "PEN", in: "A-1-01")
            try site.send("O-1", [("PEN", 3)])
            try site.pickEverything()
            if holdsOthers { try site.receive(2, "PEN", in: "J-20-01") }
            try site.load(try TestSite.layoutText("wh-ny") + "\nclosed: [A-1]\n")
            try site.done("order.cancel", ["order_id": "O-1"])
            #expect(try site.tasks().map { $0["to"] } == ["A-1-01"])
            let carrier = try carrier(site)
            try carrier.answer()
            let bin = carrier.show["bin"]?.string ?? ""
            #expect(holdsOthers ? bin == "J-20-01" : bin != "A-1-01")
            try carrier.answer(until: "none")
            #expect(try site.onHand("PEN", in: bin) == (holdsOthers ? 5 : 3))
            #expect(try site.available("PEN") == (holdsOthers ? 5 : 3))
            #expect(try site.stage(of: "O-1") == "cancelled")
            #expect(try site.breaches() == [])
        }
    }

    @Test("Where the home bin is full, *FULL leads to another one, and to a third")
    func fullHome() throws {
        let site = try site([("O-1", [("PEN", 3)])])
        try site.receive(1, "PEN", in: "J-20-01")
        let carrier = try carrier(site)
        try carrier.answer()
        #expect(carrier.show["bin"] == "A-1-01")
        try carrier.answer()
        try carrier.scan("*FULL")
        #expect(carrier.expects == "bin" && carrier.show["bin"] == "J-20-01")
        try carrier.scan("*FULL")
        let third = carrier.show["bin"]?.string ?? ""
        #expect(!["A-1-01", "J-20-01", ""].contains(third))
        try carrier.answer(until: "none")
        #expect(try site.onHand("PEN", in: third) == 3)
        #expect(try site.onHand("PEN", in: "A-1-01") == 7)
        #expect(try site.events("task.done").last?["data"]?["bin"] == .string(third))
        #expect(try site.breaches() == [])
    }

    @Test("Cold goods that were outside for too long go to quarantine, others do not", arguments: [29, 31])
    func warm(minutes: Int) throws {
        let site = try site([("O-1", [("PEN", 2), ("BRICK", 2)])])
        let pickedAt = site.now
        let carrier = try carrier(site)
        site.now = pickedAt.adding(seconds: minutes * 60)
        try carrier.answer(until: "none")
        let isWarm = minutes > SiteSettings().warmMinutesMax
        #expect(try site.onHand("BRICK", in: "C-5-04", status: "quarantine") == (isWarm ? 2 : 0))
        #expect(try site.onHand("BRICK", in: "C-5-04", status: "available") == (isWarm ? 8 : 10))
        #expect(try site.onHand("PEN", in: "A-1-01", status: "available") == 10)
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, isWarm ? 8 : 10))
        let told = try site.events("stock.changed").compactMap { $0["data"] }.filter {
            $0["reason"] == "put_back" && $0["sku"] == "BRICK"
        }
        #expect(told.map { $0["status"] } == [.string(isWarm ? "quarantine" : "available")])
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.breaches() == [])
    }

    @Test("How long cold goods may be outside is a setting")
    func warmSetting() throws {
        var settings = SiteSettings()
        settings.warmMinutesMax = 0
        let site = try site([("O-1", [("BRICK", 2)])], settings: settings)
        try site.pickEverything()
        #expect(try site.onHand("BRICK", in: "C-5-04", status: "quarantine") == 2)
    }

    // MARK: What is missing

    @Test("Pieces that are not in the tote are on hold until their bin is counted", arguments: [0, 2])
    func missing(found: Int) throws {
        let site = try site([("O-1", [("PEN", 3)])])
        let carrier = try carrier(site)
        try carrier.answer(until: "quantity")
        try carrier.scan(String(found))
        #expect(carrier.expects == "yes_no" && carrier.prompt["choices"] == ["yes", "no"])
        #expect(carrier.prompt["say"] == .string("\(3 - found) of PEN are gone?"))
        guard case .badParams = try carrier.refusal(of: "PEN") else {
            Issue.record("a code said that pieces are gone")
            return
        }
        try carrier.scan("no")
        #expect(carrier.expects == "item")
        #expect(try site.onHand("PEN", in: "A-1-01") == 7)
        try carrier.scan("PEN")
        try carrier.scan(String(found))
        try carrier.scan("yes")
        #expect(carrier.expects == "none")
        #expect(try site.onHand("PEN", in: "A-1-01", status: "available") == 7 + found)
        #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 3 - found)
        #expect(try site.available("PEN") == 7 + found)
        #expect(try site.stage(of: "O-1") == "cancelled")
        let changes = try site.events("stock.changed").compactMap { $0["data"] }
        #expect(changes.allSatisfy { $0["reason"] != "lost" })
        let missed = changes.filter { $0["reason"] == "missed_at_put_back" }
        #expect(missed.map { $0["change"] } == [.int(3 - found)])
        #expect(missed.allSatisfy { $0["bin"] == "A-1-01" && $0["status"] == "hold" && $0["by"] == "P1" })
        #expect(changes.filter { $0["reason"] == "put_back" }.count == (found == 0 ? 0 : 1))
        let count = try #require(try site.tasks(["kind": "count"]).first)
        #expect((count["bin"], count["sku"], count["state"]) == ("A-1-01", "PEN", "open"))
        #expect(try totes(site, "free").count == 40)
        #expect(try site.breaches() == [])
    }

    /// A site where two of three pens were not in the tote: eight may be picked, two are on hold.
    private func siteWithTwoMissed() throws -> TestSite {
        let site = try site([("O-1", [("PEN", 3)])])
        let carrier = try carrier(site)
        try carrier.answer(until: "quantity")
        try carrier.scan("1")
        try carrier.scan("yes")
        return site
    }

    @Test("The count of the bin says how many of the missed pieces are gone", arguments: [8, 9, 10, 7])
    func countedAfterwards(found: Int) throws {
        for isByLead in [true, false] {
            let site = try siteWithTwoMissed()
            if isByLead {
                _ = try site.count(found, "PEN", in: "A-1-01")
            } else {
                try site.counter("P2").count([("PEN", found)])
            }
            #expect(try site.onHand("PEN", in: "A-1-01", status: "available") == found)
            #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 0)
            #expect(try site.available("PEN") == found)
            #expect(try site.tasks(["kind": "count"]).map { $0["state"] } == ["done"])
            #expect(try site.breaches() == [])
        }
    }

    @Test("A count that is under way has the missed pieces in its books: they are there already, or gone")
    func missedDuringACount() throws {
        for found in [8, 10] {
            let site = try site([("O-1", [("PEN", 3)])])
            let carrier = try carrier(site)
            try carrier.answer(until: "item")
            try site.openCount(["bin": "A-1-01"])
            let counter = try site.counter("P2")
            try counter.answer()
            try carrier.scan("PEN")
            try carrier.scan("0")
            try carrier.scan("yes")
            try counter.nextTour()
            for code in ["PEN", String(found), "done"] { try counter.scan(code) }
            #expect(try site.onHand("PEN", in: "A-1-01") == found)
            #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 0)
            #expect(try site.tasks(["kind": "count"]).map { $0["state"] } == ["done"])
            #expect(try site.breaches() == [])
        }
    }

    @Test("What is in doubt after a count stays on hold, and pieces that were received on hold do anyway")
    func heldInDoubt() throws {
        var settings = SiteSettings()
        (settings.counting.recountPieces, settings.counting.recountPermille) = (0, 0)
        let site = try site([("O-1", [("PEN", 3)])], settings: settings)
        try site.done("stock.receive", ["sku": "PEN", "bin": "A-1-01", "qty": 4, "status": "hold"])
        let carrier = try carrier(site)
        try carrier.answer(until: "quantity")
        try carrier.scan("1")
        try carrier.scan("yes")
        #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 6)
        #expect(try site.count(13, "PEN", in: "A-1-01")["recount"] == true)
        #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 6)
        #expect(try site.count(13, "PEN", in: "A-1-01")["recount"] == false)
        #expect(try site.onHand("PEN", in: "A-1-01", status: "hold") == 4)
        #expect(try site.available("PEN") == 9)
        #expect(try site.tasks(["kind": "count"]).map { $0["state"] } == ["done"])
        #expect(try site.breaches() == [])
    }
}
