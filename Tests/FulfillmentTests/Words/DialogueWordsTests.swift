import Domain
import JSON
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
