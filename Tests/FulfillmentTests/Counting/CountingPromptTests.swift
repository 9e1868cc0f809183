import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// What the person is asked, and what a session and a task keep of it.
@Suite struct CountingPromptTests {
    private func prompt(at place: CountingPlace, _ edit: (inout CountingFacts) -> Void = { _ in }) -> CountingPrompt {
        var facts = place.facts
        edit(&facts)
        return CountingMachine.prompt(at: place.state, knowing: facts)
    }

    @Test("Every place asks for its own kind of answer")
    func everyPlace() {
        let table: [CountingPlace: (Domain.Expectation, CountingSentence, [String])] = [
            .bin: (.bin, .bin("A-1-01"), []), .item: (.item, .whatLiesHere, ["done"]),
            .itemAfterAll: (.item, .whatElse, ["done"]), .itemAfterDifference: (.item, .whatElse, ["done"]),
            .itemAfterSame: (.item, .whatElse, ["done"]), .itemAfterLargeSame: (.item, .whatElse, ["done"]),
            .lot: (.lot, .whichLot, []), .expiry: (.expiry, .whichExpiry, ["2027-01-31", "2027-02-28"]),
            .quantity: (.quantity, .howMany("PEN"), ["done"]),
            .nothingElse: (.yesNo, .nothingElse, ["yes", "no"]), .over: (.yesNo, .allCounted, ["yes"]),
        ]
        for place in CountingPlace.allCases {
            let asked = prompt(at: place)
            #expect(asked.expect == table[place]?.0, "\(place)")
            #expect(asked.say == table[place]?.1, "\(place)")
            #expect(asked.choices == table[place]?.2, "\(place)")
        }
        for place in CountingPlace.allCases {
            let show = prompt(at: place).show
            #expect(show.kind == .count && show.tour == TourRow(7) && show.done == 2 && show.of == 6)
            #expect(show.bin == (place == .over ? nil : "A-1-01"), "\(place)")
        }
    }

    @Test("A blind count shows nothing of what the books have")
    func blind() {
        #expect(prompt(at: .quantity).show.quantity == 10)
        for place in CountingPlace.allCases {
            #expect(prompt(at: place) { $0.progress.isBlind = true }.show.quantity == nil, "\(place)")
        }
    }

    @Test("The count of one SKU names it and what the books have of it")
    func ofOneSKU() {
        var facts = CountingWorld.facts(of: "SERUM")
        let open = CountingMachine.prompt(at: CountingWorld.begun, knowing: facts)
        #expect(open.say == .count("SERUM"))
        #expect((open.show.sku, open.show.quantity) == ("SERUM", 9))
        facts.progress.isBlind = true
        let blind = CountingMachine.prompt(at: CountingWorld.begun, knowing: facts)
        #expect((blind.show.sku, blind.show.quantity) == ("SERUM", nil))
    }

    @Test("What has been scanned and counted is shown")
    func counted() {
        #expect(prompt(at: .quantity).show.counted == 2)
        #expect(prompt(at: .itemAfterAll).show.counted == 19)
        let pen = CountingWorld.goods("PEN")
        let more = CountingWorld.counted([GoodsCount(pen, 4)]).holding(GoodsCount(pen, 1), at: .quantity)
        #expect(CountingMachine.prompt(at: more, knowing: CountingWorld.facts()).say == .howManyMore("PEN"))
    }

    @Test("A second count says that it is one, and why")
    func again() {
        var facts = CountingWorld.facts()
        facts.progress.first = [CountingWorld.difference(CountingWorld.goods("PEN"), 100, 60)]
        #expect(CountingMachine.prompt(at: CountingWorld.onTheWay, knowing: facts).say == .binAgain("A-1-01"))
        #expect(
            CountingMachine.reasons(facts) == [
                .way(TourWay(of: CountingWorld.walk)),
                .task(CountingWorld.taskRow, priority: 50, reason: "audit"), .countedAgain("PEN"),
            ])
    }

    @Test("A walk that was left says so")
    func paused() {
        var facts = CountingWorld.facts()
        #expect(CountingMachine.lastPrompt(knowing: facts) == .nothingToDo)
        facts.tour.state = .paused
        #expect(CountingMachine.lastPrompt(knowing: facts) == .tourPaused(CountingWorld.tour))
    }

    @Test("A session keeps where its count stands", arguments: CountingPlace.allCases)
    func stored(place: CountingPlace) throws {
        let text = JSONValue.object(place.state.json).description
        let object = try #require(try JSONValue(parsing: text).object)
        #expect(CountingState(json: object) == place.state)
    }

    @Test("What no count wrote is none")
    func notStored() throws {
        for text in [
            #"{"tour":7,"at":"item"}"#, #"{"kind":"count","tour":7,"at":"tote"}"#, #"{"kind":"count","at":"bin"}"#,
            #"{"kind":"count","tour":7,"at":"item","counted":[{"qty":1}]}"#,
            #"{"kind":"count","tour":7,"at":"quantity","hand":{"sku":"PEN"}}"#,
            #"{"kind":"count","tour":7,"at":"item","counted":7}"#, #"{"kind":"count","tour":7,"at":"item","task":"5"}"#,
        ] {
            let object = try #require(try JSONValue(parsing: text).object)
            #expect(CountingState(json: object) == nil, "\(text)")
        }
    }

    @Test("A day of expiry is keyed, or stands in a GS1 code, where day 00 is the month's last")
    func days() {
        #expect(Answer(" 2027-01-31 ").day == Day("2027-01-31"))
        #expect(Answer("(17)270531(10)L1").day == Day("2027-05-31"))
        #expect(Answer("]C11728020010L1").day == Day("2028-02-29"))
        #expect(Answer("(10)L1").day == nil)
        #expect(Answer("31.01.2027").day == nil && Answer("270531").day == nil)
    }
}
