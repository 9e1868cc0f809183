import Domain
import Operations
import Testing

@testable import Fulfillment

/// What every answer does at every place of the dialogue, as a table: a pair that is in no row fails the suite.
///
/// The pick at hand is five pieces of PEN in A-1-01, for an order whose tote T-1 stands on the cart.
@Suite struct PickingMachineTests {
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
        #expect(Set(Self.commands.map { $0.rawValue.uppercased() }) == known)
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
