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
    var random: SplitMix64
    private let ids = CommandIDs()
    var ordersMade = 0
    var orders: [String] = []
    var pickers: [Worker] = []
    var packers: [Worker] = []
    /// The last request of the office that was answered or refused.
    private var last: Errand?
    /// By command id.
    private var answers: [String: JSONValue] = [:]
    static let bins = ["A-1-01", "A-2-03", "B-3-02", "C-5-04", "J-20-01"]

    init(seed: UInt64, in house: any House) throws {
        random = SplitMix64(seed: seed)
        self.house = house
        for badge in ["P1", "P2", "P3"] { pickers.append(picker(badge)) }
        for badge in ["K1", "K2"] { packers.append(packer(badge)) }
        for worker in pickers + packers { try send(worker.start()) }
        for _ in 0..<6 { do { try send(stockChange("stock.receive")) } catch is Refused {} }
    }

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

    /// A request was answered. What was answered before happened then, and is answered with the same.
    func note(_ answer: JSONValue, to errand: Errand) {
        if isOfTheOffice(errand) { last = errand }
        if let id = errand.commandID {
            if let before = answers[id] {
                if answer != before { model.fault("\(errand.method) was \(before), then \(answer)") }
                return
            }
            answers[id] = answer
        }
        errand.onAnswer(answer)
    }

    /// A request was refused.
    func noteRefusal(of errand: Errand) {
        errand.onRefusal()
        if isOfTheOffice(errand) { last = errand }
    }

    /// Tells the model what else has happened, once what was answered has been noted.
    func noteNews() throws {
        for event in try house.news() {
            switch event.type {
            case "order.released": model.noteRelease(of: event.subject)
            case "order.cancelled": model.noteCancellation(of: event.subject)
            case "order.unreleased": model.noteUnrelease(of: event.subject)
            default: continue
            }
        }
    }

    @discardableResult
    func send(_ errand: Errand) throws -> JSONValue {
        do {
            let answer = try house.answer(to: errand)
            note(answer, to: errand)
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

    func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    func change(_ party: String, _ method: String, _ params: JSONObject) -> Errand {
        var errand = Errand(party: party, method: method, params: params)
        if party != Errand.daemon { errand.commandID = ids.next() }
        errand.onAnswer = { [model] answer in model.note(method, params, answer) }
        return errand
    }

    private func isOfTheOffice(_ errand: Errand) -> Bool {
        Errand.office.contains(errand.party) && errand.commandID != nil
    }

    /// What was done is done once; what was refused may be done now.
    private func repeatLast() -> [Errand] { last.map { [$0] } ?? [] }
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
