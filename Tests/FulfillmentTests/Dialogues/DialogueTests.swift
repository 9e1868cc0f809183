import Domain
import JSON
import Testing

@testable import Fulfillment

/// What sessions keep of their dialogues: data folders in use hold these texts.
@Suite struct DialogueTests {
    private static let stored: [(String, Dialogue)] = [
        (#"{"at":"idle"}"#, .idle),
        (
            #"{"tour":7,"at":"bind","bin":null,"counted":0,"full":false}"#,
            .picking(PickingState(tour: TourRow(7), at: .bind))
        ),
        (
            #"{"tour":7,"at":"tote","bin":"A-1-01","counted":5,"full":true}"#,
            .picking(PickingState(tour: TourRow(7), at: .tote, bin: "A-1-01", counted: 5, isFull: true))
        ),
        (
            #"{"order":3,"parcel":4,"at":"quantity","counted":2}"#,
            .packing(PackingState(order: OrderRow(3), parcel: ParcelRow(4), at: .quantity, counted: 2))
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
            Self.stored.map(\.1.name) == ["idle", "picking tour 7", "picking tour 7", "packing parcel 4"])
        #expect(Self.stored[0].1.work == SessionWork())
        #expect(Self.stored[1].1.work == SessionWork(tour: TourRow(7)))
        #expect(Self.stored[3].1.work == SessionWork(order: OrderRow(3), parcel: ParcelRow(4)))
    }

    @Test("What no dialogue wrote is refused, naming the session")
    func unreadable() throws {
        for text in [
            #"{}"#, #"{"at":"bin"}"#, #"{"tour":7,"at":"moon"}"#, #"{"tour":"7","at":"bin"}"#,
            #"{"kind":"juggle","tour":7,"at":"bin"}"#, #"{"order":3,"at":"box"}"#,
        ] {
            let object = try #require(try JSONValue(parsing: text).object)
            #expect(throws: Refusal.unreadable("session 1: its dialogue is \(text)")) {
                try Dialogue(object, of: SessionRow(1))
            }
        }
    }
}
