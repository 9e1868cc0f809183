import Domain
import Operations
import Testing

@testable import Fulfillment

/// Where a walk that brings pieces back goes on, and what the person is asked.
@Suite struct PutBackPromptTests {
    private static let here = PutBackWorld.task
    private static let elsewhere = PutBackWorld.task(to: "C-5-04")

    /// The person stands at A-1-01. Where it goes on with no task left, with one there, with one for another bin.
    private static let table: [(PutBackState.Place, [PutBackState.Place?])] = [
        (.tote, [nil, .item, .bin]),
        (.bin, [nil, .item, .bin]),
        (.item, [nil, .item, .item]),
        (.quantity, [nil, .quantity, .quantity]),
        (.missing, [nil, .missing, .missing]),
    ]

    private func resumed(
        at place: PutBackState.Place, _ task: WorkTask?, toFetch: WorkTask? = nil, tour: TourState = .started
    ) -> PutBackState? {
        var facts = PutBackFacts(tour: PutBackWorld.walk)
        (facts.tour.state, facts.task, facts.toFetch) = (tour, task, toFetch)
        let state = PutBackState(tour: PutBackWorld.tour, at: place, bin: "A-1-01", counted: 2)
        return PutBackMachine.resume(state, knowing: facts)
    }

    @Test func goesOn() {
        #expect(Set(Self.table.map(\.0)) == Set(PutBackState.Place.allCases))
        for (place, next) in Self.table {
            for (task, expected) in zip([nil, Self.here, Self.elsewhere], next) {
                #expect(resumed(at: place, task)?.at == expected, "\(place)")
            }
        }
    }

    @Test("What has been counted is kept as long as the count goes on")
    func keepsTheCount() {
        for place in PutBackState.Place.allCases {
            let isCounting = [.item, .quantity, .missing].contains(place)
            #expect(resumed(at: place, Self.here)?.counted == (isCounting ? 2 : 0), "\(place)")
        }
    }

    @Test("As long as a tote is not on the cart it is asked for")
    func fetches() {
        for place in PutBackState.Place.allCases {
            #expect(resumed(at: place, Self.here, toFetch: Self.elsewhere)?.at == .tote)
            #expect(resumed(at: place, nil, toFetch: Self.elsewhere) == nil)
        }
    }

    @Test("A tour that is paused or finished is over", arguments: [TourState.paused, .finished])
    func ends(tour: TourState) {
        for place in PutBackState.Place.allCases {
            #expect(resumed(at: place, Self.here, tour: tour) == nil)
        }
    }

    // MARK: What is asked

    /// The facts with what only the prompt shows.
    private func shown(at place: PutBackPlace, lot: String = "") -> PutBackFacts {
        var facts = place.facts
        if place != .tote { facts.task = PutBackWorld.task(to: "A-1-01", lot: lot) }
        (facts.order, facts.sku, facts.barcode) = (PutBackWorld.order, PutBackWorld.sku, "4006381333931")
        facts.printedName = "A 01 01"
        return facts
    }

    @Test("What is asked for at every place")
    func says() {
        let table: [PutBackPlace: (Domain.Expectation, PutBackSentence)] = [
            .tote: (.tote, .tote("T-1")), .bin: (.bin, .bin("A-1-01")), .item: (.item, .putBack(5, of: "PEN")),
            .quantity: (.quantity, .quantity(5)), .missing: (.yesNo, .missing(3, of: "PEN")),
        ]
        for place in PutBackPlace.allCases {
            let prompt = PutBackMachine.prompt(at: place.state, knowing: shown(at: place))
            #expect(prompt.expect == table[place]?.0, "\(place)")
            #expect(prompt.say == table[place]?.1, "\(place)")
            #expect(prompt.choices == (place == .missing ? ["yes", "no"] : []))
            let show = prompt.show
            #expect((show.kind, show.tour, show.done, show.of) == (.putBack, PutBackWorld.tour, 2, 6))
            #expect(show.tote == "T-1" && prompt.why == nil)
        }
    }

    @Test func showsTheGoods() {
        let show = PutBackMachine.prompt(at: PutBackPlace.item.state, knowing: shown(at: .item)).show
        #expect((show.bin, show.printed, show.order, show.client) == ("A-1-01", "A 01 01", "O-1", "ACME"))
        #expect((show.sku, show.name, show.barcode) == ("PEN", "Pen, blue", "4006381333931"))
        #expect((show.quantity, show.counted, show.lot, show.expiry) == (5, nil, nil, nil))
        let lot = PutBackMachine.prompt(at: PutBackPlace.bin.state, knowing: shown(at: .bin, lot: "L1")).show
        #expect((lot.lot, lot.expiry) == ("L1", Day("2027-05-31")))
        for place in [PutBackPlace.quantity, .missing] {
            #expect(PutBackMachine.prompt(at: place.state, knowing: shown(at: place)).show.counted == 2)
        }
        let tote = PutBackMachine.prompt(at: PutBackPlace.tote.state, knowing: shown(at: .tote)).show
        #expect((tote.sku, tote.bin, tote.order) == (nil, nil, nil))
    }

    @Test func tellsWhy() {
        let way = PutBackReason.way(TourWay(of: PutBackWorld.walk))
        var facts = shown(at: .bin)
        let why: [PutBackReason] = [
            way, .task(TaskRow(5), brings: 5, of: "PEN", to: "A-1-01", reason: "bought twice"),
        ]
        #expect(PutBackMachine.reasons(facts) == why)
        facts.why = why
        #expect(PutBackMachine.prompt(at: PutBackPlace.bin.state, knowing: facts).why == why)
        facts.task = nil
        #expect(PutBackMachine.reasons(facts) == [way])
    }

    @Test("After the last task there is nothing to do; a walk that was left says so")
    func lastPrompt() {
        var facts = PutBackFacts(tour: PutBackWorld.walk)
        let prompt = PutBackMachine.prompt(at: PutBackPlace.bin.state, knowing: facts)
        #expect((prompt.expect, prompt.say, prompt.beep) == (Domain.Expectation.none, .nothingToDo, .done))
        #expect(PutBackMachine.lastPrompt(knowing: facts) == .nothingToDo)
        facts.tour.state = .paused
        #expect(PutBackMachine.lastPrompt(knowing: facts) == .tourPaused(PutBackWorld.tour))
    }
}
