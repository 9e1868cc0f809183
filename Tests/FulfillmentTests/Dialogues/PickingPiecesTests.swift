import Domain
import Testing

@testable import Fulfillment

/// What a table of one pick does not show.
@Suite struct PickingPiecesTests {
    private func step(
        _ place: PickingPlace, _ code: String, pieces: Int? = nil, edit: (inout PickingFacts) -> Void
    ) throws -> PickingMachine.Step {
        var facts = place.facts
        edit(&facts)
        facts.scanned.pieces = pieces
        return try PickingMachine.step(from: place.state, on: Answer(code), knowing: facts)
    }

    @Test("A pick of one piece goes from the item to the tote at once, a lot's by its lot")
    func onePiece() throws {
        let next = try step(.item, "PEN", pieces: 1) { $0.pick = PickingWorld.pick(lot: "", quantity: 1) }
            .next
        #expect((next.at, next.counted) == (.tote, 1))
        let ofLot = try step(.lot, "L1") { $0.pick = PickingWorld.pick(lot: "L1", quantity: 1) }.next
        #expect((ofLot.at, ofLot.counted) == (.tote, 1))
    }

    @Test("At every piece the lot that its code carries is judged, before the count")
    func lotWhileCounting() throws {
        let refusal = Refusal.wrongLot(
            expected: "L1", scanned: "L2", scannedIs: "another lot of PEN, or none")
        #expect(throws: refusal) {
            try step(.quantity, PickingAnswer.itemOfOtherLot.rawValue, pieces: 9) {
                $0.pick = PickingWorld.pick(lot: "L1")
            }
        }
    }

    @Test("Where an order has no tote on the cart, or a further one is asked for, a free one is bound")
    func noTote() throws {
        for place in [PickingPlace.tote, .furtherTote] {
            let bound = try step(place, "T-2") {
                $0.tote = nil
                $0.scanned.tote = PickingWorld.freeTote
            }
            #expect(bound.effects == [.bind(PickingWorld.freeTote, to: PickingWorld.order)])
            #expect(bound.next.at == .tote)
        }
    }

    @Test("Nothing is short of a pick that has become smaller than its count")
    func smallerThanCounted() throws {
        let step = try step(.reason, "missing") { $0.pick = PickingWorld.pick(lot: "", quantity: 2) }
        #expect((step.next.at, step.next.counted) == (.tote, 2))
        #expect(step.effects == [])
    }

    @Test(
        "tour.short says at once what *SHORT, the count and the reason say", arguments: PickingPlace.allCases)
    func shortAtOnce(place: PickingPlace) throws {
        func short(_ found: Int) throws(Refusal) -> PickingMachine.Step {
            try PickingMachine.short(
                from: place.state, found: found, .damaged, knowing: place.facts)
        }
        guard [.item, .itemWithLot, .quantity].contains(place), let pick = place.facts.pick else {
            let at = place.state.at.rawValue
            let hint = "missing pieces are told where an item or a quantity is asked for"
            #expect(throws: Refusal.notHere(place: at, hint: hint)) {
                try short(0)
            }
            return
        }
        #expect(throws: Refusal.tooMany(expected: 4, given: 5, of: "PEN")) { try short(5) }
        #expect(try short(3).effects == [.short(pick, found: 3, .damaged)])
        #expect(try short(3).next == place.state.moved(to: .tote, counted: 3))
        #expect(try short(0).effects == [.short(pick, found: 0, .damaged)])
        #expect(try short(0).next == place.state.goingOn)
    }
}
