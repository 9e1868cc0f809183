import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

@Suite struct RecordReadingTests {
    @Test func whatIsGivenStandsInTheProperties() {
        let (parcelled, faults) = Parcelled.reading([
            "sku": "PEN", "qty": 2.0, "note": "mind", "status": "hold", "urgent": true, "lots": ["A", "B"],
            "pieces": [["weight_g": 5, "size_mm": [3, 2, 1]], ["weight_g": 6]], "bin": "A-1",
            "since": "2026-05-06T16:00:00+02:00",
        ])
        #expect(faults == [])
        var expected = Parcelled()
        (expected.sku, expected.quantity, expected.note) = ("PEN", 2, "mind")
        (expected.status, expected.isUrgent, expected.lots) = (.hold, true, ["A", "B"])
        var (first, second) = (Parcelled.Piece(), Parcelled.Piece())
        (first.weightG, first.size) = (5, SizeMM(length: 3, width: 2, height: 1))
        second.weightG = 6
        expected.pieces = [first, second]
        (expected.place.bin, expected.place.since) = ("A-1", Instant("2026-05-06T14:00:00Z"))
        #expect(parcelled == expected)
    }

    @Test func whatIsLeftOutStaysAsTheRecordBegins() {
        let (parcelled, faults) = Parcelled.reading(["sku": "PEN", "qty": 1])
        #expect(faults == [])
        #expect(parcelled.note == nil && parcelled.status == .available && !parcelled.isUrgent)
        #expect(parcelled.lots == [] && parcelled.pieces == [] && parcelled.place == Parcelled.Place())
    }

    @Test func anUnknownMemberIsNamedWithTheNearestOne() {
        var faults: [ParamFault] = []
        _ = Parcelled.read(["sku": "PEN", "qty": 1, "statsu": "hold"], faults: &faults)
        #expect(faults.map(\.path) == ["statsu"])
        #expect(faults.first?.nearest == "status")
        #expect(faults.first?.message == "is not known here: did you mean status?")
    }

    @Test func anUnknownMemberThatResemblesNoneIsNamedAlone() {
        var faults: [ParamFault] = []
        _ = Parcelled.read(["sku": "PEN", "qty": 1, "wrapping": "red"], faults: &faults)
        #expect(faults == [ParamFault("wrapping", "is not known here", isOfUnknownName: true)])
    }

    @Test func whatIsMissingIsNamedWithWhatItSaysAndItsType() {
        #expect(
            Parcelled.reading([:]).faults == [
                "sku is missing: What (id)",
                "qty is missing: How many (whole number, 1 to 1000000000)",
            ])
    }

    @Test func aWrongTypeIsNamedWithWhatItIs() {
        #expect(
            Parcelled.reading(["sku": 7, "qty": nil, "urgent": "yes", "lots": "A"]).faults == [
                "sku is a number: give id",
                "qty is null: leave it out or give whole number, 1 to 1000000000",
                "urgent is a text: give true or false",
                "lots is a text: give list of at most 2: id",
            ])
    }

    @Test func aValueOutOfItsBoundsSaysThem() {
        #expect(
            Parcelled.reading(["sku": " PEN", "qty": 0, "status": "held", "since": "yesterday"]).faults == [
                "sku begins or ends with a space",
                "qty is 0: it must lie between 1 and 1000000000",
                "status is \"held\": give available or hold or quarantine or damaged or returned",
                "since is no time: write it as 2026-05-06T14:00:00Z, or with an offset such as +02:00",
            ])
    }

    @Test func aFaultInsideAListIsNamedByItsPlace() {
        let given: JSONObject = [
            "sku": "PEN", "qty": 1, "lots": ["A", 7],
            "pieces": [["weight_g": 5], ["wieght_g": 5, "size_mm": [1, 2]]],
        ]
        var faults: [ParamFault] = []
        _ = Parcelled.read(given, faults: &faults)
        #expect(
            faults.map(\.path) == ["lots.1", "pieces.1.wieght_g", "pieces.1.size_mm", "pieces.1.weight_g"])
        #expect(faults[1].nearest == "weight_g")
    }

    @Test func aPathBeginsWhereTheObjectStands() {
        var faults: [ParamFault] = []
        _ = Parcelled.read(["qty": 1], at: "order.parcel", faults: &faults)
        #expect(faults.map(\.path) == ["order.parcel.sku"])
    }

    @Test func aListThatIsTooLongIsOneFault() {
        #expect(
            Parcelled.reading(["sku": "PEN", "qty": 1, "lots": ["A", 7, "C"]]).faults == [
                "lots has 3 elements; at most 2 may be given"
            ])
    }

    @Test func allFaultsAreToldAtOnce() {
        let (_, faults) = Parcelled.reading(["qty": -1, "colour": "red", "pieces": [[:]], "bin": ""])
        #expect(faults.count == 5)
        #expect(
            faults.map { String($0.prefix { $0 != " " }) } == [
                "qty", "colour", "pieces.0.weight_g", "bin", "sku",
            ])
    }
}

@Suite struct RecordOfTheDaemonTests {
    /// A newer daemon may say more than this program knows.
    @Test func membersThatAreNotKnownArePassedOver() throws {
        let parcelled = try Parcelled(reading: ["sku": "PEN", "qty": 1, "hue": "red"])
        #expect(parcelled.sku == "PEN")
    }

    @Test func whatIsMissingOrWrongIsAFault() {
        #expect(throws: ParamFault("qty", "is missing: How many (whole number, 1 to 1000000000)")) {
            try Parcelled(reading: ["sku": "PEN"])
        }
        #expect(throws: ParamFault("sku", "is a number: give id")) {
            try Parcelled(reading: ["sku": 1, "qty": 1])
        }
    }
}
