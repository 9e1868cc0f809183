import Domain
import JSON
import Testing

@testable import Operations

@Suite struct RecordWritingTests {
    @Test func membersStandInTheirDeclaredOrder() {
        var parcelled = Parcelled()
        (parcelled.place.since, parcelled.place.bin) = (Instant(millisecondsSince1970: 1_500), "A-1")
        (parcelled.lots, parcelled.isUrgent, parcelled.status) = (["A"], true, .hold)
        (parcelled.note, parcelled.quantity, parcelled.sku) = ("mind", 2, "PEN")
        var piece = Parcelled.Piece()
        (piece.weightG, piece.size) = (5, SizeMM(length: 3, width: 2, height: 1))
        parcelled.pieces = [piece]
        #expect(
            JSONValue.object(parcelled.json).description
                == #"{"sku":"PEN","qty":2,"note":"mind","status":"hold","urgent":true,"lots":["A"],"#
                + #""pieces":[{"weight_g":5,"size_mm":[3,2,1]}],"bin":"A-1","since":"1970-01-01T00:00:01.500Z"}"#
        )
    }

    @Test func whatIsNotGivenIsLeftOut() {
        var parcelled = Parcelled()
        parcelled.sku = "PEN"
        #expect(parcelled.json.keys == ["sku", "qty"])
    }

    @Test func aListOfAResultStandsThereEvenWhereItIsEmpty() {
        #expect(JSONValue.object(StockList.Result().json).description == #"{"stock":[],"more":false}"#)
    }

    /// In events it is a text, so that no reader loses digits; everywhere a text is understood.
    @Test func theNumberOfAnEventIsReadAsTextAndAsNumber() throws {
        var unpacked = OrderUnpacked()
        (unpacked.order, unpacked.undoes) = ("O-1", 9)
        #expect(unpacked.json["undoes"] == "9")
        #expect(try OrderUnpacked(reading: unpacked.json).undoes == 9)
        for sequence: JSONValue in ["17", 17] {
            let (ack, faults) = EventAck.reading(["consumer": "shop", "sequence": sequence])
            #expect(faults == [] && ack.sequence == 17)
            #expect(ack.json["sequence"] == 17)
        }
    }
}
