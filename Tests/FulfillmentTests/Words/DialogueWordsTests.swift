import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// What all dialogues say, and how a session keeps what it is yet to be told.
@Suite struct DialogueWordsTests {
    @Test func `every last prompt has words that fit the screen`() {
        expectWords(of: LastPrompt.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `every notice has words that fit the screen`() {
        expectWords(of: DialogueNotice.self, rows: ScreenRoom.noticeRows)
    }

    @Test(arguments: DialogueNotice.Kind.allCases)
    func `every notice is kept with its facts and read as it was`(kind: DialogueNotice.Kind) throws {
        let notice = DialogueNotice.sample(of: kind).sentence
        #expect(notice.json.description == DialogueNotice.stored(kind))
        #expect(DialogueNotice(json: try JSONValue(parsing: DialogueNotice.stored(kind))) == notice)
    }

    @Test func `a sentence that was kept as text is shown as it is`() {
        let notice = DialogueNotice(json: "Parcel 4 was closed")
        #expect(notice?.words(in: .english) == "Parcel 4 was closed")
        #expect(notice?.json == "Parcel 4 was closed")
    }

    @Test(arguments: [#""Parcel 4 was closed""#, #"{"code":"parcel_closed","parcel":4}"#])
    func `a session whose work was ended is told why, however that is kept`(notice: String) throws {
        let dialogue = try #require(try JSONValue(parsing: #"{"at":"idle","notice":\#(notice)}"#).object)
        let session = Session(
            row: SessionRow(1), badge: "W-1", device: "HH-1", warehouse: "WH",
            startedAt: Instant(millisecondsSince1970: 0), step: 7, dialogue: dialogue)
        let prompt = Prompt.nothingToDo(of: session)
        #expect((prompt.step, prompt.expect, prompt.say) == (7, Domain.Expectation.none, "Nothing to do here"))
        #expect((prompt.show.notice, prompt.beep) == ("Parcel 4 was closed", .done))
    }

    @Test func `what a dialogue asks becomes a prompt in words`() {
        let way = TourWay.sample
        let asked = PickingPrompt(
            expect: .reason, say: .missing(3, of: "PEN"), choices: ["missing", "damaged"],
            notice: .orderCancelled("O-1"), why: [.way(way), .nearest("PEN", in: "A-1-01")])
        let prompt = Prompt(asked, step: 7, in: .english)
        #expect((prompt.step, prompt.expect, prompt.beep) == (7, .reason, .ok))
        #expect((prompt.say, prompt.choices) == ("3 of PEN not there?", ["missing", "damaged"]))
        #expect(prompt.show.notice == "Order O-1 is cancelled")
        #expect(prompt.show.why == [way.english, "PEN is taken from A-1-01: the nearest bin among equals"])
    }

    @Test(
        arguments: [
            "{}", "[]", "3", "null", #"{"code":"moon","parcel":4}"#, #"{"parcel":4}"#, #"{"code":"parcel_closed"}"#,
            #"{"code":"parcel_closed","parcel":"4"}"#, #"{"code":"parcel_goes_into","parcel":4}"#,
            #"{"code":"parcel_weighed","parcel":4}"#, #"{"code":"piece_taken_out","parcel":4}"#,
            #"{"code":"order_cancelled","order":7}"#, #"{"code":"put_back","qty":5,"sku":"PEN"}"#,
        ])
    func `what no notice wrote is none`(text: String) throws {
        #expect(DialogueNotice(json: try JSONValue(parsing: text)) == nil)
    }
}

extension LastPrompt: SampledSentence {
    enum Kind: CaseIterable {
        case nothingToDo, nextTourWaits, tourPaused
    }

    var kind: Kind {
        switch self {
        case .nothingToDo: .nothingToDo
        case .nextTourWaits: .nextTourWaits
        case .tourPaused: .tourPaused
        }
    }

    static func sample(of kind: Kind) -> (sentence: LastPrompt, english: String) {
        switch kind {
        case .nothingToDo: (.nothingToDo, "Nothing to do here")
        case .nextTourWaits: (.nextTourWaits, "Done; the next tour waits")
        case .tourPaused: (.tourPaused(TourRow(123_456)), "Tour 123456 paused")
        }
    }
}
