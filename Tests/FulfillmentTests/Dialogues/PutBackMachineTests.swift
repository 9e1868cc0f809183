import Domain
import Testing

@testable import Fulfillment

/// What every answer does at every place of the dialogue, as a table: a pair that is in no row fails the suite.
///
/// The task at hand is five pieces of PEN in tote T-1, which go to A-1-01.
@Suite struct PutBackMachineTests {
    static let table = [everywhere, atTote, atBin, atItem, atQuantity, atMissing].flatMap { $0 }

    private static let task = PutBackWorld.task

    private static let everywhere = [
        PutBackRow(PutBackPlace.allCases, [.why], gives: .stays([.explain])),
        PutBackRow(PutBackPlace.allCases, [.pause], gives: .stays([.pause])),
        PutBackRow(PutBackPlace.allCases, [.short], gives: .refused(.wrongState)),
        PutBackRow([.tote, .quantity, .missing], [.skip, .full], gives: .refused(.wrongState)),
    ]

    private static let atTote = [
        PutBackRow([.tote], [.ownTote], gives: .stays([.fetch("T-1")])),
        PutBackRow(
            [.tote], [.otherTote, .station, .unknown], bins, items, numbers, words,
            gives: .refused(.wrongTote)),
        PutBackRow([.tote], [.undo], gives: .refused(.wrongState)),
    ]

    private static let atBin = [
        PutBackRow([.bin], [.thisBin], gives: .goes(.item, bin: "A-1-01", [.arrive("A-1-01")])),
        PutBackRow(
            [.bin], [.otherBin, .station, .unknown], items, numbers, totes, words, gives: .refused(.wrongBin)),
        PutBackRow([.bin], [.skip], gives: .stays([.postpone(task)])),
        PutBackRow([.bin], [.full], gives: .goes(.bin, [.redirect(task)])),
        PutBackRow([.bin], [.undo], gives: .refused(.wrongState)),
    ]

    private static let atItem = [
        PutBackRow([.item], [.item], gives: .goes(.quantity, bin: "A-1-01", counted: 1)),
        PutBackRow([.item], [.caseOfThree], gives: .goes(.quantity, bin: "A-1-01", counted: 3)),
        PutBackRow([.item], [.cartonOfFive], gives: .goes(.bin, bin: "A-1-01", [.putBack(task, found: 5)])),
        PutBackRow([.item], [.palletOfNine], gives: .refused(.tooMany)),
        PutBackRow(
            [.item], [.otherItem, .station, .unknown], bins, numbers, totes, words,
            gives: .refused(.wrongItem)),
        PutBackRow([.item], [.skip], gives: .goes(.bin, bin: "A-1-01", [.postpone(task)])),
        PutBackRow([.item], [.full], gives: .goes(.bin, [.redirect(task)])),
        PutBackRow([.item], [.undo], gives: .goes(.bin)),
    ]

    /// Two pieces have been counted.
    private static let atQuantity = [
        PutBackRow([.quantity], [.item], gives: .goes(.quantity, bin: "A-1-01", counted: 3)),
        PutBackRow(
            [.quantity], [.caseOfThree, .five], gives: .goes(.bin, bin: "A-1-01", [.putBack(task, found: 5)])),
        PutBackRow([.quantity], [.zero], gives: .goes(.missing, bin: "A-1-01", counted: 0)),
        PutBackRow([.quantity], [.two], gives: .goes(.missing, bin: "A-1-01", counted: 2)),
        PutBackRow([.quantity], [.cartonOfFive, .palletOfNine, .six], gives: .refused(.tooMany)),
        PutBackRow(
            [.quantity], [.otherItem, .longNumber, .station, .unknown], bins, totes, words,
            gives: .refused(.wrongItem)),
        PutBackRow([.quantity], [.undo], gives: .goes(.item, bin: "A-1-01")),
    ]

    /// Two pieces of five were there.
    private static let atMissing = [
        PutBackRow([.missing], [.yes], gives: .goes(.bin, bin: "A-1-01", [.putBack(task, found: 2)])),
        PutBackRow([.missing], [.no, .undo], gives: .goes(.item, bin: "A-1-01")),
        PutBackRow(
            [.missing], [.station, .unknown], bins, items, numbers, totes, gives: .refused(.badParams)),
    ]

    @Test("Every answer does at every place what the table says", arguments: table)
    func answers(row: PutBackRow) {
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
        for place in PutBackPlace.allCases {
            for given in PutBackAnswer.allCases {
                #expect(rows["\(given) at \(place)"] == 1, "\(given) at \(place)")
            }
        }
        #expect(Set(PutBackPlace.allCases.map(\.state.at)) == Set(PutBackState.Place.allCases))
        let known = Set(FloorCommand.allCases.map(\.rawValue))
        #expect(Set(commands.map { $0.rawValue.uppercased() }) == known)
    }

    @Test("An answer after the last task is refused in words that no state has")
    func nothingLeft() {
        var facts = PutBackPlace.item.facts
        facts.task = nil
        let without = facts
        #expect(
            throws: Refusal.wrongState(
                thing: "tour \(facts.tour.row)", state: "with nothing left to do",
                wanted: "with pieces to put back")
        ) {
            _ = try PutBackMachine.step(
                from: PutBackPlace.item.state, on: Answer(PutBackAnswer.item.rawValue), knowing: without)
        }
    }

    @Test("A machine leaves open what a code is: who knows the floor says it")
    func namesNoCode() {
        for place in PutBackPlace.allCases {
            for given in PutBackAnswer.allCases {
                switch place.refusal(of: given) {
                case .wrongTote(_, _, let what), .wrongBin(_, _, let what), .wrongItem(_, _, let what):
                    #expect(what == "", "\(given) at \(place)")
                default: continue
                }
            }
        }
    }

    @Test("A task of one piece is done with its item's code")
    func onePiece() throws {
        var facts = PutBackPlace.item.facts
        var task = PutBackWorld.task
        task.work.quantity = 1
        (facts.task, facts.scanned.pieces) = (task, 1)
        let step = try PutBackMachine.step(from: PutBackPlace.item.state, on: Answer("PEN"), knowing: facts)
        #expect(step.effects == [.putBack(task, found: 1)])
    }

    @Test("Where the last task has gone, nothing is an answer any more", arguments: PutBackPlace.allCases)
    func workGone(place: PutBackPlace) {
        var facts = PutBackFacts(tour: PutBackWorld.walk)
        facts.scanned = PutBackAnswer.item.scanned
        #expect(throws: Refusal.self) {
            try PutBackMachine.step(
                from: place.state, on: Answer(PutBackAnswer.item.rawValue), knowing: facts)
        }
        #expect(PutBackMachine.resume(place.state, knowing: facts) == nil)
    }
}

// MARK: The words of the table

private let bins: [PutBackAnswer] = [.thisBin, .otherBin]
private let items: [PutBackAnswer] = [.item, .caseOfThree, .cartonOfFive, .palletOfNine, .otherItem]
private let numbers: [PutBackAnswer] = [.zero, .two, .five, .six, .longNumber]
private let totes: [PutBackAnswer] = [.ownTote, .otherTote]
private let words: [PutBackAnswer] = [.yes, .no]
private let commands: [PutBackAnswer] = [.skip, .short, .full, .undo, .why, .pause]

/// Some answers at some places that all come to the same.
struct PutBackRow: Sendable, CustomTestStringConvertible {
    let places: [PutBackPlace]
    let given: [PutBackAnswer]
    let outcome: PutBackOutcome

    init(_ places: [PutBackPlace], _ given: [PutBackAnswer]..., gives outcome: PutBackOutcome) {
        self.places = places
        self.given = given.flatMap { $0 }
        self.outcome = outcome
    }

    var testDescription: String {
        "\(places.map(\.rawValue)): \(given.map(\.rawValue).joined(separator: ", "))"
    }
}
