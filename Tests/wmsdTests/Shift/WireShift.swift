import Common
import JSON

@testable import ShiftScript

/// A random shift over the daemon's way of requests. Everybody has a connection; a seeded schedule says when bytes come
/// to the daemon, when it commits and reads, when the planner and the packing engine have their turns, and when a
/// connection or the daemon is lost.
final class WireShift {
    let house: WireHouse
    let shift: RandomShift
    private var random: SplitMix64

    init(seed: UInt64) throws {
        house = try WireHouse()
        shift = try RandomShift(seed: seed, in: house)
        random = SplitMix64(seed: ~seed)
        house.onDecided = { [shift] request in
            if let answer = request.answer {
                shift.note(answer, to: request.errand)
            } else {
                shift.noteRefusal(of: request.errand)
            }
        }
    }

    /// One turn of the shift, and what happens beside it.
    ///
    /// - Returns: where the house and the naive model say different things; they are compared after each commit.
    func step() throws -> [String] {
        let house = house
        switch try shift.next(isFree: { $0 == Errand.daemon || house.client(of: $0).isFree }) {
        case .send(let errands): send(errands)
        case .restart: try house.restart()
        case .plan, .nothing: break
        }
        switch random.next(below: 100) {
        case ..<10: if house.client(of: "stock").isFree { send([lookIntoBin()]) }
        case ..<20: house.client(of: random.element(of: house.parties)).lose(using: &random)
        case ..<35: house.plan()
        default: break
        }
        for party in house.parties {
            if random.chance(percent: 30) { house.reconnect(party) }
            if random.chance(percent: 60) { house.client(of: party).deliver(using: &random) }
        }
        // Who asks for the model to be compared is there at once.
        house.reconnect(WireHouse.watcher)
        if random.chance(percent: 50) { house.answerQuestion() }
        if random.chance(percent: 30) { house.decider.runReads() }
        return try random.chance(percent: 45) ? commit() : []
    }

    /// Everybody gets the answers that are missing.
    func settle() throws -> [String] {
        var differences: [String] = []
        try house.settle { differences += try compare() }
        return differences
    }

    func compare() throws -> [String] {
        try shift.noteNews()
        return try house.faults + shift.model.differences(from: house)
    }

    private func commit() throws -> [String] {
        try house.commit()
        return try compare()
    }

    /// What people at work send comes to the daemon at once, so that nothing comes between their look at a prompt and
    /// the answer to it.
    private func send(_ errands: [Errand]) {
        for errand in errands { house.send(errand) }
        guard let party = errands.first?.party, party != Errand.daemon else { return }
        house.client(of: party).deliver(using: &random)
    }

    /// Asked behind the changes that were sent before it on the same connection.
    private func lookIntoBin() -> Errand {
        let (bin, model) = (random.element(of: RandomShift.bins), shift.model)
        var look = Errand(party: "stock", method: "stock.list", params: ["bin": .string(bin)])
        look.onAnswer = { answer in
            let found = (answer["stock"]?.array ?? []).reduce(0) { $0 + ($1["on_hand"]?.int ?? 0) }
            let lying = [model.shelves[bin], model.missed[bin]].compactMap { $0 }.flatMap(\.values)
            let known = lying.reduce(0, +)
            if found != known { model.fault("\(found) pieces were told in \(bin), not \(known)") }
        }
        return look
    }
}
