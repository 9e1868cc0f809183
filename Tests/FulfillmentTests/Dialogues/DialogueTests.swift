import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// What sessions keep of their dialogues: data folders in use hold these texts.
@Suite struct DialogueTests {
    private static let stored: [(String, Dialogue)] = [
        (#"{"at":"idle"}"#, .idle),
        (
            #"{"tour":7,"at":"bind","bin":null,"counted":0,"full":false}"#,
            Dialogue(PickingState(tour: TourRow(7), at: .bind))
        ),
        (
            #"{"tour":7,"at":"tote","bin":"A-1-01","counted":5,"full":true}"#,
            Dialogue(PickingState(tour: TourRow(7), at: .tote, bin: "A-1-01", counted: 5, isFull: true))
        ),
        (
            #"{"order":3,"parcel":4,"at":"quantity","counted":2}"#,
            Dialogue(PackingState(order: OrderRow(3), parcel: ParcelRow(4), at: .quantity, counted: 2))
        ),
        (
            #"{"order":3,"parcel":4,"at":"item","counted":0,"notice":"Parcel 4 is open again"}"#,
            Dialogue(
                PackingState(
                    order: OrderRow(3), parcel: ParcelRow(4), at: .item,
                    notice: .asWritten("Parcel 4 is open again")))
        ),
        (
            #"{"tour":7,"at":"bin","bin":null,"counted":0,"full":false,"notice":"Order O-1 is cancelled"}"#,
            Dialogue(PickingState(tour: TourRow(7), at: .bin, notice: .asWritten("Order O-1 is cancelled")))
        ),
        (
            #"{"tour":7,"at":"bin","bin":null,"counted":0,"full":false,"notice":"Told","notice_is_new":true}"#,
            Dialogue(PickingState(tour: TourRow(7), at: .bin, notice: .asWritten("Told"), isNoticeNew: true))
        ),
        (
            #"{"kind":"put_back","tour":7,"at":"tote","bin":null,"counted":0}"#,
            Dialogue(PutBackState(tour: TourRow(7), at: .tote))
        ),
        (
            #"{"kind":"put_back","tour":7,"at":"missing","bin":"A-1-01","counted":2}"#,
            Dialogue(PutBackState(tour: TourRow(7), at: .missing, bin: "A-1-01", counted: 2))
        ),
        (
            #"{"kind":"unpack","order":3,"parcel":4,"at":"tote","tote":null}"#,
            Dialogue(UnpackState(order: OrderRow(3), parcel: ParcelRow(4), at: .tote))
        ),
        (
            #"{"kind":"unpack","order":3,"parcel":4,"at":"emptied","tote":"T-2"}"#,
            Dialogue(UnpackState(order: OrderRow(3), parcel: ParcelRow(4), at: .emptied, tote: "T-2"))
        ),
        (#"{"kind":"count","tour":7,"at":"bin"}"#, Dialogue(CountingState(tour: TourRow(7)))),
        (
            #"{"order":3,"parcel":4,"at":"item","counted":0,"notice":{"code":"parcel_open_again","parcel":4}}"#,
            Dialogue(
                PackingState(
                    order: OrderRow(3), parcel: ParcelRow(4), at: .item,
                    notice: .parcelOpenAgain(ParcelRow(4))))
        ),
        (
            #"{"tour":7,"at":"bin","bin":null,"counted":0,"full":true,"notice":{"code":"order_archived","order":"O"}}"#,
            Dialogue(
                PickingState(tour: TourRow(7), at: .bin, isFull: true, notice: .orderArchived("O")))
        ),
    ]

    @Test func isReadAndWrittenAsItWas() throws {
        for (text, dialogue) in Self.stored {
            let object = try #require(try JSONValue(parsing: text).object)
            #expect(try Dialogue(object, of: SessionRow(1)) == dialogue)
            #expect(JSONValue.object(dialogue.json).description == text)
        }
    }

    @Test func namesItsWork() {
        #expect(
            Self.stored.map(\.1.name) == [
                "idle", "picking tour 7", "picking tour 7", "packing parcel 4", "packing parcel 4",
                "picking tour 7", "picking tour 7",
                "putting back on tour 7", "putting back on tour 7", "unpacking parcel 4",
                "unpacking parcel 4",
                "counting on tour 7", "packing parcel 4", "picking tour 7",
            ])
        #expect(Self.stored[0].1.work == SessionWork())
        #expect(Self.stored[1].1.work == SessionWork(tour: TourRow(7)))
        #expect(Self.stored[3].1.work == SessionWork(order: OrderRow(3), parcel: ParcelRow(4)))
        #expect(Self.stored[7].1.work == SessionWork(tour: TourRow(7)))
        #expect(Self.stored[9].1.work == SessionWork(order: OrderRow(3), parcel: ParcelRow(4)))
    }

    @Test("Every place of a walk and of a bench is kept")
    func everyPlace() throws {
        let walks = PutBackPlace.allCases.map { Dialogue($0.state) }
        let benches = UnpackState.Place.allCases.map { Dialogue($0.state) }
        for dialogue in walks + benches {
            let text = JSONValue.object(dialogue.json).description
            let object = try #require(try JSONValue(parsing: text).object)
            #expect(try Dialogue(object, of: SessionRow(1)) == dialogue, "\(text)")
        }
    }

    @Test("What one dialogue wrote is read by no other")
    func readByOne() throws {
        for (text, dialogue) in Self.stored where dialogue.state != nil {
            let object = try #require(try JSONValue(parsing: text).object)
            let readers = Dialogue.kinds.filter { kind in kind.init(json: object) != nil }
            #expect(readers.count == 1, "\(text)")
        }
    }

    @Test("Every kind of tour that may be asked for has one walk, which begins on it")
    func walks() {
        let kinds = Dialogue.walks.map { $0.kind }
        #expect(kinds.count == TourNext.kindsWalked.count)
        #expect(Set(kinds) == Set(TourNext.kindsWalked))
        for walk in Dialogue.walks {
            let beginning = Dialogue(walk.init(beginning: TourRow(7)))
            #expect(beginning.work == SessionWork(tour: TourRow(7)), "\(beginning.name)")
        }
    }

    @Test("What no dialogue wrote is refused, naming the session")
    func unreadable() throws {
        for text in [
            #"{}"#, #"{"at":"bin"}"#, #"{"tour":7,"at":"moon"}"#, #"{"tour":"7","at":"bin"}"#,
            #"{"kind":"juggle","tour":7,"at":"bin"}"#, #"{"order":3,"at":"box"}"#,
            #"{"kind":"put_back","tour":7,"at":"lot"}"#, #"{"kind":"put_back","at":"bin"}"#,
            #"{"kind":"unpack","order":3,"at":"tote"}"#, #"{"kind":"weigh","order":3,"parcel":4,"at":"box"}"#,
            #"{"kind":"unpack","order":3,"parcel":4,"at":"box"}"#,
            #"{"kind":"unpack","order":3,"parcel":4,"at":"emptied","tote":2}"#,
            #"{"order":3,"parcel":4,"at":"quantity"}"#,
            #"{"order":3,"parcel":4,"at":"quantity","counted":"2"}"#,
            #"{"kind":"put_back","tour":7,"at":"quantity","bin":null}"#,
            #"{"kind":"put_back","tour":7,"at":"item","bin":7,"counted":0}"#,
            #"{"tour":7,"at":"tote","bin":"A-1-01","counted":5}"#,
            #"{"tour":7,"at":"tote","bin":"A-1-01","counted":5,"full":"no"}"#,
            #"{"tour":7,"at":"bin","bin":null,"counted":0,"full":false,"notice":3}"#,
            #"{"tour":7,"at":"bin","bin":null,"counted":0,"full":false,"notice":{"code":"moon"}}"#,
            #"{"order":3,"parcel":4,"at":"item","counted":0,"notice":{"code":"parcel_closed"}}"#,
        ] {
            let object = try #require(try JSONValue(parsing: text).object)
            #expect(throws: Refusal.unreadable("session 1: its dialogue is \(text)")) {
                try Dialogue(object, of: SessionRow(1))
            }
        }
    }
}
