import Common
import JSON

/// A shift in which anything may happen next: each turn draws a request, right or wrong. What was answered is told to
/// a naive model.
///
/// Whoever plays it sends the requests, one at a time or many at once, and says what came of them.
final class RandomShift {
    /// What comes next.
    enum Turn {
        /// Requests of one party, in this order.
        case send([Errand])
        case restart, plan, nothing
    }

    let house: any House
    let model = NaiveWarehouse()
    private(set) var random: SplitMix64
    private let ids = CommandIDs()
    private var ordersMade = 0
    private(set) var orders: [String] = []
    private var pickers: [Worker] = []
    private var packers: [Worker] = []
    /// The last request of the office, and its answer where it was not refused.
    private var last: (errand: Errand, answer: JSONValue?)?
    private static let bins = ["A-1-01", "A-2-03", "B-3-02", "C-5-04", "J-20-01"]

    init(seed: UInt64, in house: any House) throws {
        random = SplitMix64(seed: seed)
        self.house = house
        for badge in ["P1", "P2", "P3"] { pickers.append(picker(badge)) }
        for badge in ["K1", "K2"] { packers.append(packer(badge)) }
        for worker in pickers + packers { try send(worker.start()) }
        for _ in 0..<6 { do { try send(stockChange("stock.receive")) } catch is Refused {} }
    }

    /// Everybody who may send something.
    var parties: [String] { ["oms", "stock", "driver", "labels"] + (pickers + packers).map(\.badge) }

    /// - Parameter isFree: whether a party has an answer to all that it has sent.
    func next(isFree: (String) -> Bool = { _ in true }) throws -> Turn {
        let turn = try draw()
        if case .send(let errands) = turn, !errands.allSatisfy({ isFree($0.party) }) { return .nothing }
        return turn
    }

    /// One turn, from its requests to their answers; throws the refusal where one was refused.
    func step() throws {
        switch try next() {
        case .send(let errands): for errand in errands where errand.isStillMeant() { try send(errand) }
        case .restart: try house.restart()
        case .plan: try house.plan()
        case .nothing: break
        }
    }

    /// A request was answered for the first time.
    func note(_ answer: JSONValue, to errand: Errand) throws {
        try errand.onAnswer(answer)
        if isOfTheOffice(errand) { last = (errand, answer) }
    }

    /// A request was refused.
    func noteRefusal(of errand: Errand) {
        errand.onRefusal()
        if isOfTheOffice(errand) { last = (errand, nil) }
    }

    /// Tells the model what else has happened, once what was answered has been noted.
    func noteNews() throws {
        for event in try house.news() {
            switch event.type {
            case "order.released": model.noteRelease(of: event.subject)
            case "order.unreleased": model.noteUnrelease(of: event.subject)
            default: continue
            }
        }
    }

    @discardableResult
    func send(_ errand: Errand) throws -> JSONValue {
        do {
            let answer = try house.answer(to: errand)
            try note(answer, to: errand)
            try noteNews()
            return answer
        } catch let refusal as Refused {
            noteRefusal(of: errand)
            throw refusal
        }
    }

    private func draw() throws -> Turn {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<5: .send([stockChange("stock.receive")])
        case 5..<7: .send([stockChange("stock.adjust")])
        case 7: .send([stockChange("stock.move")])
        case 8: .send([openCount()])
        case 9..<15: .send([allocate()])
        case 15..<18: .send(onOrder("order.release"))
        case 18..<20: .send([change("oms", "order.release", ["all": true])])
        case 20..<22: .send(onOrder(pick(["order.unrelease", "order.hold", "order.resume"])))
        case 22..<25: .send(cancel())
        case 25: .send(repeatLast())
        case 26..<28: .send([try handOver(anyParcel())])
        case 28: .send(changeShifts(pick(pickers)))
        case 29..<31: .send(try onLabel())
        case 31: try chance(50) ? .restart : fileOrders()
        case 32: chance(50) ? .plan : .send([releaseSlice()])
        case 33..<73: .send(try atWork(pick(pickers)) { "" })
        default: .send(try atWork(pick(packers)) { try orderOnFloor() })
        }
    }

    func picker(_ badge: String) -> Worker {
        Worker(house, model, ids, badge: badge, at: .cart("CART-\(badge)"))
    }

    func packer(_ badge: String) -> Worker {
        Worker(house, model, ids, badge: badge, at: .station("PACK-1"))
    }

    private func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    private func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    func change(_ party: String, _ method: String, _ params: JSONObject) -> Errand {
        var errand = Errand(party: party, method: method, params: params)
        if party != Errand.daemon { errand.commandID = ids.next() }
        errand.onAnswer = { [model] answer in model.note(method, params, answer) }
        return errand
    }

    private func isOfTheOffice(_ errand: Errand) -> Bool {
        ["oms", "stock", "driver", "labels"].contains(errand.party)
    }

    /// What was done is done once; what was refused may be done now.
    private func repeatLast() -> [Errand] {
        guard let last else { return [] }
        var again = last.errand
        if let before = last.answer {
            again.onAnswer = { [model] answer in
                if answer != before { model.fault("\(again.method) was answered \(before), then \(answer)") }
            }
        }
        return [again]
    }
}

// MARK: The office

extension RandomShift {
    private func stockChange(_ method: String) -> Errand {
        let sku = pick(ShiftGoods.skus)
        var params: JSONObject = [
            "warehouse": "WH-NY", "sku": .string(sku), "bin": .string(pick(Self.bins)),
        ]
        if sku == "SERUM" {
            let lot = pick(["1", "2"])
            params["lot"] = .string("L\(lot)")
            params["expiry"] = .string("2027-0\(lot)-01")
        }
        switch method {
        case "stock.adjust":
            params["delta"] = .int(Int.random(in: -4...2, using: &random))
            params["reason"] = .string(pick(["count", "damaged", "lost"]))
        case "stock.move":
            params["to"] = .string(pick(Self.bins))
            params["qty"] = .int(Int.random(in: 1...3, using: &random))
        default: params["qty"] = .int(Int.random(in: 1...8, using: &random))
        }
        return change("stock", method, params)
    }

    private func openCount() -> Errand {
        change(
            "stock", "task.open",
            [
                "kind": "count", "warehouse": "WH-NY", "bin": .string(pick(Self.bins)),
                "blind": .bool(chance(50)),
            ])
    }

    private func allocate() -> Errand {
        ordersMade += 1
        let id = "O-\(ordersMade)"
        let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            (pick(ShiftGoods.skus), Int.random(in: 1...4, using: &random))
        }
        let params = ShiftGoods.order(id, items, ["on_short": .string(pick(["wait", "ship"]))])
        var errand = change("oms", "order.allocate", params)
        errand.onAnswer = { [self] answer in
            model.note("order.allocate", params, answer)
            orders.append(id)
        }
        return errand
    }

    private func onOrder(_ method: String) -> [Errand] {
        guard !orders.isEmpty else { return [] }
        var params: JSONObject = ["order_id": .string(pick(orders))]
        if method == "order.hold" { params["reason"] = "asked for" }
        return [change("oms", method, params)]
    }

    /// Rather one that is under way than any, and rather one on the bench.
    private func cancel() -> [Errand] {
        guard !orders.isEmpty else { return [] }
        let underWay = orders.filter {
            model.orders[$0].map { !$0.isOver && !$0.isCancelRequested } ?? false
        }
        let onBench = underWay.filter { model.orders[$0]?.isOnBench ?? false }
        let wanted =
            chance(40) && !onBench.isEmpty ? onBench : chance(80) && !underWay.isEmpty ? underWay : orders
        return [change("oms", "order.cancel", ["order_id": .string(pick(wanted)), "reason": "asked for"])]
    }

    private func anyParcel() throws -> String {
        let state = pick(["labelled", "open", "closed"])
        let found = try house.read("parcel.list", ["state": .string(state)])
        guard let parcels = found["parcels"]?.array, !parcels.isEmpty else { return "1" }
        return String(pick(parcels)["parcel"]?.int ?? 1)
    }

    private func handOver(_ parcel: String) -> Errand {
        let driver = pick(["D-7", "D-7", "D-8"])
        return change("driver", "parcel.handover", ["code": .string(parcel), "driver": .string(driver)])
    }

    /// Something about a label: a job's file found somewhere, a copy, another printer, or its end.
    private func onLabel() throws -> [Errand] {
        let jobs = try house.read("label.list", ["limit": 500])["labels"]?.array ?? []
        guard !jobs.isEmpty, let job = pick(jobs).object, let number = job["job"] else { return [] }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return [change("labels", "label.void", ["job": number, "reason": "torn"])]
        case 1: return [change("labels", "label.reprint", ["job": number, "reason": "smeared"])]
        case 2:
            let printer = pick(["zebra-1", "default"])
            return [change("labels", "label.move", ["job": number, "printer": .string(printer)])]
        default:
            let outcome = pick(["spooled", "spooled", "queued", "printed", "failed", "unknown"])
            let found: JSONValue = [
                "job": number, "key": job["sscc"] ?? "", "copy": job["copy"] ?? 0,
                "outcome": .string(outcome),
            ]
            return [change(Errand.daemon, "labels.record", ["outcomes": [found]])]
        }
    }
}

// MARK: The daemon

extension RandomShift {
    /// What is left of a release of all orders goes on.
    private func releaseSlice() -> Errand { change(Errand.daemon, "release.slice", ["limit": 2]) }

    /// Hours later, some of what is closed goes into the archive.
    private func fileOrders() throws -> Turn {
        try house.wait(hours: 2)
        let limit = Int.random(in: 1...3, using: &random)
        return .send([
            change(Errand.daemon, "history.slice", ["part": "orders", "limit": .int(limit)])
        ])
    }
}

// MARK: People

extension RandomShift {
    /// Somebody goes home, and comes back with nothing in hand.
    private func changeShifts(_ worker: Worker) -> [Errand] {
        chance(30) && worker.session != nil ? [worker.goHome()] : []
    }

    private func orderOnFloor() throws -> String {
        for stage in ["picked", "packing"] {
            let found = try house.read("order.list", ["stage": .string(stage)])["orders"]?.array ?? []
            if !found.isEmpty, chance(70) { return pick(found)["order_id"]?.string ?? "" }
        }
        return orders.isEmpty ? "O-1" : pick(orders)
    }

    /// Whoever has a prompt looks whether it still stands, and answers it.
    ///
    /// - Parameter order: that is set on the bench next.
    private func atWork(_ worker: Worker, order: () throws -> String) throws -> [Errand] {
        if worker.session == nil { return [worker.start()] }
        if worker.expects == "none" { return [worker.begin(try order())] }
        if chance(4) { return [try worker.scanTooLate()] }
        let wrong = ["*SKIP", "*SHORT", "*UNDO", "*FULL", "*PAUSE", "*WHY", "PEN", "A-1-01", "0", "1", "99"]
        let slip = chance(30) ? Int.random(in: -2...2, using: &random) : 0
        let code = try chance(14) ? pick(wrong) : worker.rightCode(slip: slip)
        return [worker.look(), worker.scan(code)]
    }
}

extension RandomShift {
    /// Everybody goes home, stock arrives, and one careful crew finishes what can be finished.
    func drain() throws {
        for worker in pickers + packers where worker.session != nil { try send(worker.goHome()) }
        for sku in ShiftGoods.skus {
            var params: JSONObject = [
                "warehouse": "WH-NY", "sku": .string(sku), "bin": "C-5-04", "qty": 500,
            ]
            if sku == "SERUM" { (params["lot"], params["expiry"]) = ("L9", "2027-09-01") }
            try send(change("stock", "stock.receive", params))
        }
        for order in orders {
            do { try send(change("oms", "order.resume", ["order_id": .string(order)])) } catch is Refused {}
        }
        let (picker, packer) = (picker("P9"), packer("K9"))
        try send(picker.start())
        try send(packer.start())
        for _ in 0..<4 {
            try send(change("oms", "order.release", ["all": true]))
            for _ in 0..<orders.count { try send(releaseSlice()) }
            try walk(picker)
            for stage in ["picked", "packing"] { try pack(all: stage, by: packer) }
        }
        let labelled = try house.read("parcel.list", ["state": "labelled", "limit": 500])["parcels"]?.array
        for parcel in labelled ?? [] {
            let code = String(parcel["parcel"]?.int ?? 0)
            try send(change("driver", "parcel.handover", ["code": .string(code), "driver": "D-7"]))
        }
    }

    /// Every tour that waits, of whatever kind.
    private func walk(_ picker: Worker) throws {
        try send(picker.begin(""))
        for _ in 0..<200 where picker.expects != "none" {
            try finish(picker)
            try send(picker.begin(""))
        }
    }

    /// Packs orders, and unpacks those that are to be cancelled; the others of these have nothing in a box.
    private func pack(all stage: String, by packer: Worker) throws {
        let found =
            try house.read("order.list", ["stage": .string(stage), "limit": 500])["orders"]?.array ?? []
        for order in found {
            do { try send(packer.begin(order["order_id"]?.string ?? "")) } catch is Refused { continue }
            try finish(packer)
        }
    }

    /// Answers as a careful person would until nothing is asked any more.
    private func finish(_ worker: Worker) throws {
        for _ in 0..<2_000 where worker.expects != "none" { try send(worker.scan(try worker.rightCode())) }
    }
}
