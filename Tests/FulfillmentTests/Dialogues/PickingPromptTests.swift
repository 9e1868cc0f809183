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
        let table: [PickingPlace: (Domain.Expectation, PickingSentence)] = [
            .bind: (.tote, .freeTote(for: "O-1")), .bin: (.bin, .bin("A-1-01")),
            .item: (.item, .take(5, of: "PEN")), .itemWithLot: (.item, .take(5, of: "PEN")),
            .lot: (.lot, .lot("L1")), .quantity: (.quantity, .quantity(5)), .tote: (.tote, .tote("T-1")),
            .furtherTote: (.tote, .furtherTote(for: "O-1")), .reason: (.reason, .missing(3, of: "PEN")),
            .station: (.station, .station("PACK-1")),
        ]
        for place in PickingPlace.allCases {
            let prompt = PickingMachine.prompt(at: place.state, knowing: shown(at: place))
            #expect(prompt.expect == table[place]?.0, "\(place)")
            #expect(prompt.say == table[place]?.1, "\(place)")
            #expect(prompt.choices == (place == .reason ? ["missing", "damaged"] : []))
            #expect((prompt.show.tour, prompt.show.done, prompt.show.of) == (PickingWorld.tour, 2, 6))
            #expect(prompt.why == nil && prompt.notice == nil)
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
        #expect(PickingMachine.prompt(at: PickingPlace.tote.state, knowing: noTote).say == .anyFreeTote)
    }

    @Test func tellsWhy() throws {
        let way = PickingReason.way(TourWay(of: PickingWorld.walk))
        #expect(PickingMachine.reasons(for: PickingWorld.walk, nil) == [way])
        let order = PickingReason.order("O-1", priority: 60)
        let expiry = try #require(Day("2027-05-31"))
        #expect(
            PickingMachine.reasons(
                for: PickingWorld.walk,
                (PickingWorld.pick(lot: "L1"), PickingWorld.sku, PickingWorld.orderAsked)) == [
                    way, .firstExpired("PEN", in: "A-1-01", on: expiry), order,
                ])
        #expect(
            PickingMachine.reasons(
                for: PickingWorld.walk,
                (PickingWorld.pick(lot: ""), PickingWorld.sku, PickingWorld.orderAsked)) == [
                    way, .nearest("PEN", in: "A-1-01"), order,
                ])
        let picks = [PickingWorld.pick(lot: ""), PickingWorld.pick(lot: "L1", quantity: 2)]
        #expect(
            PickingMachine.reasons(for: PickingWorld.walk, toteFor: PickingWorld.orderAsked, picks) == [
                way, .tote(pieces: 7, bins: 1, order: "O-1", priority: 60),
            ])
        var facts = shown(at: .bin)
        facts.why = [way]
        #expect(PickingMachine.prompt(at: PickingPlace.bin.state, knowing: facts).why == [way])
    }

    @Test func tellsThatTheTourIsPaused() {
        var facts = PickingFacts(tour: PickingWorld.walk)
        facts.tour.state = .paused
        #expect(PickingMachine.lastPrompt(knowing: facts) == .tourPaused(PickingWorld.tour))
        facts.tour.state = .finished
        #expect(PickingMachine.lastPrompt(knowing: facts) == .nothingToDo)
    }
}
