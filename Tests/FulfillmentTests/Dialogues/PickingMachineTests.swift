import Domain
import Operations
import Testing

@testable import Fulfillment

/// What every answer does at every place of the dialogue, as a table: a pair that is in no row fails the suite.
///
/// The pick at hand is five pieces of PEN in A-1-01, for an order whose tote T-1 stands on the cart.
@Suite struct PickingMachineTests {
    static let table = [
        everywhere, binding, atBin, atItem, atItemWithLot, atLot, atQuantity, atTote, atFurtherTote, atReason,
        atStation,
    ].flatMap { $0 }

    private static let everywhere = [
        PickingRow(PickingPlace.allCases, [.why], gives: .stays([.explain])),
        PickingRow(PickingPlace.allCases, [.pause], gives: .stays([.pause])),
    ]

    private static let binding = [
        PickingRow(
            [.bind], [.freeTote], gives: .stays([.bind(PickingWorld.freeTote, to: PickingWorld.order)])),
        PickingRow([.bind], [.ownTote, .otherTote], gives: .refused(.toteInUse)),
        PickingRow([.bind], [.foreignTote], bins, items, stations, gives: .refused(.wrongTote)),
        PickingRow([.bind], lots, numbers, words, [.unknown], gives: .refused(.unknownTote)),
        PickingRow([.bind], [.undo], gives: .stays([.unbind(PickingWorld.ownTote)])),
        PickingRow([.bind], [.skip, .short, .full], gives: .refused(.wrongState)),
    ]

    private static let atBin = [
        PickingRow([.bin], [.thisBin], gives: .goes(.item, bin: "A-1-01", [.arrive("A-1-01")])),
        PickingRow(
            [.bin], [.otherBin, .unknown], items, lots, numbers, totes, stations, words,
            gives: .refused(.wrongBin)),
        PickingRow([.bin], [.skip], gives: .stays([.postpone("A-1-01")])),
        PickingRow([.bin], [.undo], gives: .goes(.bin, [.putBack(PickingWorld.lastPicked)])),
        PickingRow([.bin], [.short, .full], gives: .refused(.wrongState)),
    ]

    private static let atItem = [
        PickingRow(
            [.item], [.item, .itemOfThisLot, .itemOfOtherLot],
            gives: .goes(.quantity, bin: "A-1-01", counted: 1)),
        PickingRow([.item], [.caseOfThree], gives: .goes(.quantity, bin: "A-1-01", counted: 3)),
        PickingRow([.item], [.palletOfNine], gives: .refused(.tooMany)),
        PickingRow(
            [.item, .itemWithLot], [.otherItem, .unknown], bins, lots, numbers, totes, stations, words,
            gives: .refused(.wrongItem)),
        PickingRow(
            [.item, .itemWithLot], [.skip], gives: .goes(.bin, bin: "A-1-01", [.postpone("A-1-01")])),
        PickingRow([.item, .itemWithLot], [.short], gives: .goes(.reason, bin: "A-1-01")),
        PickingRow([.item, .itemWithLot], [.undo], gives: .goes(.bin)),
        PickingRow([.item, .itemWithLot], [.full], gives: .refused(.wrongState)),
    ]

    /// A code that carries no lot is followed by the lot.
    private static let atItemWithLot = [
        PickingRow([.itemWithLot], [.item], gives: .goes(.lot, bin: "A-1-01", counted: 1)),
        PickingRow([.itemWithLot], [.caseOfThree], gives: .goes(.lot, bin: "A-1-01", counted: 3)),
        PickingRow([.itemWithLot], [.itemOfThisLot], gives: .goes(.quantity, bin: "A-1-01", counted: 1)),
        PickingRow([.itemWithLot], [.itemOfOtherLot], gives: .refused(.wrongLot)),
        PickingRow([.itemWithLot], [.palletOfNine], gives: .refused(.tooMany)),
    ]

    /// One piece has been counted.
    private static let atLot = [
        PickingRow([.lot], [.thisLot, .itemOfThisLot], gives: .goes(.quantity, bin: "A-1-01", counted: 1)),
        PickingRow(
            [.lot],
            [.otherLot, .item, .caseOfThree, .palletOfNine, .itemOfOtherLot, .otherItem, .unknown], bins,
            numbers, totes, stations, words, gives: .refused(.wrongLot)),
        PickingRow([.lot], [.undo], gives: .goes(.item, bin: "A-1-01")),
        PickingRow([.lot], [.skip, .short, .full], gives: .refused(.wrongState)),
    ]

    /// Two pieces have been counted.
    private static let atQuantity = [
        PickingRow(
            [.quantity], [.item, .itemOfThisLot, .itemOfOtherLot],
            gives: .goes(.quantity, bin: "A-1-01", counted: 3)),
        PickingRow([.quantity], [.caseOfThree, .five], gives: .goes(.tote, bin: "A-1-01", counted: 5)),
        PickingRow([.quantity], [.zero], gives: .goes(.reason, bin: "A-1-01", counted: 0)),
        PickingRow([.quantity], [.four], gives: .goes(.reason, bin: "A-1-01", counted: 4)),
        PickingRow([.quantity], [.palletOfNine, .six], gives: .refused(.tooMany)),
        PickingRow(
            [.quantity], [.otherItem, .longNumber, .unknown], bins, lots, totes, stations, words,
            gives: .refused(.wrongItem)),
        PickingRow([.quantity], [.short], gives: .goes(.reason, bin: "A-1-01", counted: 2)),
        PickingRow([.quantity], [.undo], gives: .goes(.item, bin: "A-1-01")),
        PickingRow([.quantity], [.skip, .full], gives: .refused(.wrongState)),
    ]

    /// All five pieces have been counted.
    private static let atTote = [
        PickingRow(
            [.tote], [.ownTote],
            gives: .goes(.bin, bin: "A-1-01", [.complete(PickingWorld.pick(lot: ""), into: "T-1")])),
        PickingRow(
            [.tote], [.freeTote, .otherTote, .foreignTote, .unknown], bins, items, lots, numbers, stations, words,
            gives: .refused(.wrongTote)),
        PickingRow([.tote], [.full], gives: .goes(.tote, bin: "A-1-01", counted: 5, isFull: true)),
        PickingRow([.tote, .furtherTote], [.undo], gives: .goes(.item, bin: "A-1-01")),
        PickingRow([.tote, .furtherTote], [.skip, .short], gives: .refused(.wrongState)),
    ]

    /// The order's tote is full.
    private static let atFurtherTote = [
        PickingRow(
            [.furtherTote], [.freeTote],
            gives: .goes(
                .tote, bin: "A-1-01", counted: 5,
                [.park(PickingWorld.ownTote), .bind(PickingWorld.freeTote, to: PickingWorld.order)])),
        PickingRow([.furtherTote], [.ownTote, .otherTote], gives: .refused(.toteInUse)),
        PickingRow([.furtherTote], [.foreignTote], bins, items, stations, gives: .refused(.wrongTote)),
        PickingRow([.furtherTote], lots, numbers, words, [.unknown], gives: .refused(.unknownTote)),
        PickingRow([.furtherTote], [.full], gives: .stays([])),
    ]

    /// Two pieces were there.
    private static let atReason = [
        PickingRow(
            [.reason], [.missing],
            gives: .goes(
                .tote, bin: "A-1-01", counted: 2, [.short(PickingWorld.pick(lot: ""), found: 2, .missing)])),
        PickingRow(
            [.reason], [.damaged],
            gives: .goes(
                .tote, bin: "A-1-01", counted: 2, [.short(PickingWorld.pick(lot: ""), found: 2, .damaged)])),
        PickingRow(
            [.reason], [.unknown], bins, items, lots, numbers, totes, stations, gives: .refused(.badParams)),
        PickingRow([.reason], [.undo], gives: .goes(.item, bin: "A-1-01")),
        PickingRow([.reason], [.skip, .short, .full], gives: .refused(.wrongState)),
    ]

    private static let atStation = [
        PickingRow([.station], [.packStation], gives: .stays([.drop(at: "PACK-1")])),
        PickingRow(
            [.station], [.otherStation, .unknown], bins, items, lots, numbers, totes, words,
            gives: .refused(.wrongStation)),
        PickingRow([.station], [.undo], gives: .goes(.bin, [.putBack(PickingWorld.lastPicked)])),
        PickingRow([.station], [.skip, .short, .full], gives: .refused(.wrongState)),
    ]

    @Test("Every answer does at every place what the table says", arguments: table)
    func answers(row: PickingRow) {
        for place in row.places {
            for given in row.given {
                #expect(place.outcome(of: given) == row.outcome, "\(given) at \(place)")
            }
        }
    }

    @Test("Every pair of a place and an answer stands in the table once")
    func isWhole() {
        var rows: [String: Int] = [:]
        for row in Self.table {
            for place in row.places {
                for given in row.given { rows["\(given) at \(place)", default: 0] += 1 }
            }
        }
        for place in PickingPlace.allCases {
            for given in PickingAnswer.allCases {
                #expect(rows["\(given) at \(place)"] == 1, "\(given) at \(place)")
            }
        }
        #expect(Set(PickingPlace.allCases.map(\.state.at)) == Set(PickingState.Place.allCases))
        let known = Set(FloorCommand.allCases.map(\.rawValue))
        #expect(Set(commands.map { $0.rawValue.uppercased() }) == known)
    }

    @Test("A machine leaves open what a code is: who knows the floor says it")
    func namesNoCode() {
        for place in PickingPlace.allCases {
            for given in PickingAnswer.allCases {
                switch place.refusal(of: given) {
                case .wrongBin(_, _, let what), .wrongItem(_, _, let what), .wrongTote(_, _, let what),
                    .wrongStation(_, _, let what), .toteInUse(_, let what):
                    #expect(what == "", "\(given) at \(place)")
                default: continue
                }
            }
        }
    }
}

// MARK: The words of the table

private let bins: [PickingAnswer] = [.thisBin, .otherBin]
private let items: [PickingAnswer] = [
    .item, .caseOfThree, .palletOfNine, .itemOfThisLot, .itemOfOtherLot, .otherItem,
]
private let lots: [PickingAnswer] = [.thisLot, .otherLot]
private let numbers: [PickingAnswer] = [.zero, .four, .five, .six, .longNumber]
private let totes: [PickingAnswer] = [.ownTote, .freeTote, .otherTote, .foreignTote]
private let stations: [PickingAnswer] = [.packStation, .otherStation]
private let words: [PickingAnswer] = [.missing, .damaged]
private let commands: [PickingAnswer] = [.skip, .short, .full, .undo, .why, .pause]

/// Some answers at some places that all come to the same.
struct PickingRow: Sendable, CustomTestStringConvertible {
    let places: [PickingPlace]
    let given: [PickingAnswer]
    let outcome: PickingOutcome

    init(_ places: [PickingPlace], _ given: [PickingAnswer]..., gives outcome: PickingOutcome) {
        self.places = places
        self.given = given.flatMap { $0 }
        self.outcome = outcome
    }

    var testDescription: String {
        "\(places.map(\.rawValue)): \(given.map(\.rawValue).joined(separator: ", "))"
    }
}

enum PickingOutcome: Equatable, Sendable {
    case stays([PickingEffect])
    case goes(
        PickingState.Place, bin: BinCode? = nil, counted: Int = 0, isFull: Bool = false,
        [PickingEffect] = [])
    case refused(Kind)

    enum Kind: Equatable, Sendable {
        case wrongBin, wrongItem, wrongLot, wrongTote, wrongStation, unknownTote, toteInUse, tooMany,
            badParams
        case wrongState, another
    }
}

/// What is scanned or keyed.
enum PickingAnswer: String, CaseIterable, Sendable {
    case thisBin = "a-01-01"
    case otherBin = "C-5-04"
    case item = "4006381333931"
    case caseOfThree = "CASE"
    case palletOfNine = "PALLET"
    case itemOfThisLot = "]C1010400638133393110L1"
    case itemOfOtherLot = "]C1010400638133393110L2"
    case otherItem = "BRICK"
    case thisLot = "L1"
    case otherLot = "L2"
    case zero = "0"
    case four = "4"
    case five = "5"
    case six = "6"
    case longNumber = "0000005"
    case ownTote = "T-1"
    case freeTote = "T-2"
    case otherTote = "T-9"
    /// It is free, and belongs to another warehouse.
    case foreignTote = "Z-1"
    case packStation = "PACK-1"
    case otherStation = "DOCK-1"
    case missing
    case damaged = " Damaged "
    case unknown = "???"
    case skip = "*SKIP"
    case short = "*short"
    case full = "*FULL"
    case undo = "*UNDO"
    case why = "*WHY"
    case pause = "*PAUSE"
}
