import Domain
import Operations
import Testing

@testable import Fulfillment

@Suite struct PickingPromptTests {
    /// The facts with what only the prompt shows.
    private func shown(at place: PickingPlace) -> PickingFacts {
        var facts = place.facts
        (facts.order, facts.sku, facts.barcode, facts.unit) = (
            PickingWorld.orderAsked, PickingWorld.sku, "4006381333931", .case
        )
        (facts.printedName, facts.walkMM) = ("A 01 01", 12_340)
        return facts
    }

    @Test("What is asked for at every place")
    func says() {
        let table: [PickingPlace: (Domain.Expectation, String)] = [
            .bind: (.tote, "Free tote for O-1"), .bin: (.bin, "A-1-01"), .item: (.item, "5 × PEN"),
            .itemWithLot: (.item, "5 × PEN"), .lot: (.lot, "Lot L1"), .quantity: (.quantity, "5"),
            .tote: (.tote, "T-1"), .furtherTote: (.tote, "Further free tote for O-1"),
            .reason: (.reason, "3 of PEN not there?"), .station: (.station, "PACK-1"),
        ]
        for place in PickingPlace.allCases {
            let prompt = PickingMachine.prompt(at: place.state, knowing: shown(at: place))
            #expect(prompt.expect == table[place]?.0, "\(place)")
            #expect(prompt.say == table[place]?.1, "\(place)")
            #expect(prompt.choices == (place == .reason ? ["missing", "damaged"] : []))
            #expect((prompt.show.tour, prompt.show.done, prompt.show.of) == (PickingWorld.tour, 2, 6))
            #expect(prompt.show.why == nil)
        }
    }

    @Test func showsTheGoodsAndTheWayToThem() {
        let show = PickingMachine.prompt(at: PickingPlace.bin.state, knowing: shown(at: .bin)).show
        #expect((show.bin, show.printed, show.walkM) == ("A-1-01", "A 01 01", 12.3))
        #expect((show.sku, show.name, show.barcode) == ("PEN", "Pen, blue", "4006381333931"))
        #expect((show.quantity, show.unit, show.counted) == (5, .case, nil))
        #expect((show.order, show.client, show.lot, show.expiry) == ("O-1", "ACME", nil, nil))
        let lot = PickingMachine.prompt(at: PickingPlace.lot.state, knowing: shown(at: .lot)).show
        #expect((lot.lot, lot.expiry) == ("L1", Day("2027-05-31")))
        let count = PickingMachine.prompt(at: PickingPlace.quantity.state, knowing: shown(at: .quantity)).show
        #expect(count.counted == 2)
    }

    @Test func showsTheTotes() {
        let bind = PickingMachine.prompt(at: PickingPlace.bind.state, knowing: shown(at: .bind)).show
        #expect((bind.cart, bind.order, bind.tote) == ("SHOP", "O-1", nil))
        let put = PickingMachine.prompt(at: PickingPlace.tote.state, knowing: shown(at: .tote)).show
        #expect(put.tote == "T-1")
        let further = PickingMachine.prompt(
            at: PickingPlace.furtherTote.state, knowing: shown(at: .furtherTote))
        #expect(further.show.tote == nil)
        let drop = PickingMachine.prompt(at: PickingPlace.station.state, knowing: shown(at: .station)).show
        #expect((drop.station, drop.totes, drop.sku) == ("PACK-1", ["T-1"], nil))
        var noTote = shown(at: .tote)
        noTote.tote = nil
        #expect(PickingMachine.prompt(at: PickingPlace.tote.state, knowing: noTote).say == "Free tote")
    }

    @Test func tellsWhy() {
        let way = "tour 7 walks 61.3 m from START to PACK-1"
        #expect(PickingMachine.reasons(for: PickingWorld.walk, nil) == [way])
        let order = "for order O-1, priority 60"
        #expect(
            PickingMachine.reasons(
                for: PickingWorld.walk,
                (PickingWorld.pick(lot: "L1"), PickingWorld.sku, PickingWorld.orderAsked)) == [
                    way, "PEN is taken from A-1-01: first expired, first out: it expires on 2027-05-31",
                    order,
                ])
        #expect(
            PickingMachine.reasons(
                for: PickingWorld.walk,
                (PickingWorld.pick(lot: ""), PickingWorld.sku, PickingWorld.orderAsked)) == [
                    way, "PEN is taken from A-1-01: the nearest bin among equals", order,
                ])
        var facts = shown(at: .bin)
        facts.why = [way]
        #expect(PickingMachine.prompt(at: PickingPlace.bin.state, knowing: facts).show.why == [way])
    }

    @Test func tellsThatTheTourIsPaused() {
        var facts = PickingFacts(tour: PickingWorld.walk)
        facts.tour.state = .paused
        #expect(PickingMachine.lastPrompt(knowing: facts).say == "Tour 7 paused")
        facts.tour.state = .finished
        #expect(PickingMachine.lastPrompt(knowing: facts) == .nothingToDo)
    }
}
