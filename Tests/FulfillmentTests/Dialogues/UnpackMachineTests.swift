import Domain
import Operations
import Testing

@testable import Fulfillment

/// What every answer does at both places of the dialogue that empties a box, as a table: a pair that is in no row fails
/// the suite.
///
/// Parcel 4 of order O-1 holds five pieces.
@Suite struct UnpackMachineTests {
    static let table = [
        UnpackRow(.tote, [.freeTote], gives: .goes(.emptied, tote: "T-2")),
        UnpackRow(.tote, [.takenTote], gives: .refused(.toteInUse)),
        UnpackRow(.tote, [.foreignTote], known, gives: .refused(.wrongTote)),
        UnpackRow(.tote, words, [.number, .unknown], otherCommands, gives: .refused(.unknownTote)),
        UnpackRow(.tote, [.undo], gives: .refused(.wrongState)),
        UnpackRow(.emptied, [.yes], gives: .stays([.unpack(UnpackWorld.parcel.row, into: "T-2")])),
        UnpackRow(.emptied, [.no, .undo], gives: .goes(.tote)),
        UnpackRow(
            .emptied, [.freeTote, .takenTote, .foreignTote, .number, .unknown], known, otherCommands,
            gives: .refused(.badParams)),
    ]

    @Test("Every answer does at every place what the table says", arguments: table)
    func answers(row: UnpackRow) {
        for given in row.given {
            #expect(row.place.outcome(of: given) == row.outcome, "\(given) at \(row.place)")
        }
    }

    @Test("Every pair of a place and an answer stands in the table once")
    func isWhole() {
        var rows: [String: Int] = [:]
        for row in Self.table { for given in row.given { rows["\(given) at \(row.place)", default: 0] += 1 } }
        for place in UnpackState.Place.allCases {
            for given in UnpackAnswer.allCases {
                #expect(rows["\(given) at \(place)"] == 1, "\(given) at \(place)")
            }
        }
        #expect(UnpackCommand.allCases.map(\.rawValue) == [UnpackAnswer.undo.rawValue.uppercased()])
    }

    @Test("A machine leaves open what a code is, and who has a tote: who knows the floor says it")
    func namesNoCode() {
        for given in UnpackAnswer.allCases {
            switch UnpackState.Place.tote.refusal(of: given) {
            case .wrongTote(_, _, let what), .toteInUse(_, let what): #expect(what == "", "\(given)")
            default: continue
            }
        }
    }

    @Test("It goes on with the order's next box, and ends after the last")
    func resumes() {
        for place in UnpackState.Place.allCases {
            var facts = UnpackWorld.facts
            #expect(UnpackMachine.resume(place.state, knowing: facts) == place.state)
            facts.parcel = UnpackWorld.parcel(row: 5)
            #expect(
                UnpackMachine.resume(place.state, knowing: facts)
                    == UnpackState(order: OrderRow(1), parcel: ParcelRow(5), at: .tote))
            facts.parcel = nil
            #expect(UnpackMachine.resume(place.state, knowing: facts) == nil)
        }
    }

    @Test("A dialogue that has lost its tote empties nothing")
    func noTote() {
        let state = UnpackState(order: OrderRow(1), parcel: ParcelRow(4), at: .emptied)
        #expect(throws: Refusal.unreadable("the dialogue at parcel 4: it has no tote")) {
            try UnpackMachine.step(from: state, on: Answer("yes"), knowing: UnpackWorld.facts)
        }
    }

    @Test("What is asked for at every place")
    func says() {
        let tote = UnpackMachine.prompt(at: UnpackState.Place.tote.state, knowing: UnpackWorld.facts)
        #expect((tote.expect, tote.say) == (.tote, .intoFreeTote(pieces: 5)))
        #expect((tote.choices, tote.show.tote) == ([], nil))
        let emptied = UnpackMachine.prompt(at: UnpackState.Place.emptied.state, knowing: UnpackWorld.facts)
        #expect((emptied.expect, emptied.say) == (.yesNo, .areAllIn("T-2", pieces: 5)))
        #expect((emptied.choices, emptied.show.tote) == (["yes", "no"], "T-2"))
        for show in [tote.show, emptied.show] {
            #expect((show.kind, show.order, show.client) == (.unpack, "O-1", "ACME"))
            #expect((show.parcel, show.number, show.box, show.quantity) == (ParcelRow(4), 2, "S", 5))
        }
        #expect(UnpackMachine.lastPrompt(knowing: UnpackWorld.facts) == .nothingToDo)
    }
}

// MARK: The words of the table

private let known: [UnpackAnswer] = [.bin, .item]
private let words: [UnpackAnswer] = [.yes, .no]
/// Those of other dialogues are no commands here.
private let otherCommands: [UnpackAnswer] = [.full, .skip]

/// Some answers at a place that all come to the same.
struct UnpackRow: Sendable, CustomTestStringConvertible {
    let place: UnpackState.Place
    let given: [UnpackAnswer]
    let outcome: UnpackOutcome

    init(_ place: UnpackState.Place, _ given: [UnpackAnswer]..., gives outcome: UnpackOutcome) {
        self.place = place
        self.given = given.flatMap { $0 }
        self.outcome = outcome
    }

    var testDescription: String { "\(place): \(given.map(\.rawValue).joined(separator: ", "))" }
}

enum UnpackOutcome: Equatable, Sendable {
    case stays([UnpackMachine.UnpackEffect])
    case goes(UnpackState.Place, tote: ToteID? = nil)
    case refused(Kind)

    enum Kind: Equatable, Sendable {
        case toteInUse, wrongTote, unknownTote, badParams, wrongState, another
    }
}

/// What is scanned or keyed.
enum UnpackAnswer: String, CaseIterable, Sendable {
    case freeTote = "t-2"
    case takenTote = "T-1"
    case foreignTote = "Z-1"
    case bin = "A-1-01"
    case item = "PEN"
    case number = "5"
    case yes = " Yes"
    case no
    case unknown = "???"
    case undo = "*undo"
    case full = "*FULL"
    case skip = "*SKIP"
}

// MARK: The bench

/// The floor of the tests: an order that is to be cancelled, and its second box.
enum UnpackWorld {
    static let parcel = parcel(row: 4)

    static func parcel(row: Int) -> Parcel {
        Parcel(
            row: ParcelRow(row), order: OrderRow(1), number: 2, state: .open, box: "S", pieces: 6, done: 5,
            expectedWeightG: 1160)
    }

    static var facts: UnpackMachine.Facts {
        let order = Order(
            row: OrderRow(1), client: "ACME", id: "O-1", warehouse: "WH", priority: 60, sla: "ANY",
            acceptedAt: Instant(millisecondsSince1970: 0), isCancelRequested: true)
        return UnpackMachine.Facts(order: order, parcel: parcel, quantity: 5)
    }
}

extension UnpackState.Place {
    var state: UnpackState {
        UnpackState(order: OrderRow(1), parcel: ParcelRow(4), at: self, tote: self == .emptied ? "T-2" : nil)
    }

    func step(on given: UnpackAnswer) throws(Refusal) -> UnpackMachine.Step {
        var facts = UnpackWorld.facts
        switch given {
        case .freeTote: facts.scanned = Tote(id: "T-2", warehouse: "WH")
        case .takenTote: facts.scanned = Tote(id: "T-1", warehouse: "WH", state: .putBack, order: OrderRow(1))
        case .foreignTote: facts.scanned = Tote(id: "Z-1", warehouse: "WH-OH")
        case .bin, .item: facts.isKnown = true
        case .number, .yes, .no, .unknown, .undo, .full, .skip: break
        }
        return try UnpackMachine.step(from: state, on: Answer(given.rawValue), knowing: facts)
    }

    func refusal(of given: UnpackAnswer) -> Refusal? {
        do throws(Refusal) {
            _ = try step(on: given)
            return nil
        } catch { return error }
    }

    /// In the words of the table.
    func outcome(of given: UnpackAnswer) -> UnpackOutcome {
        do throws(Refusal) {
            let step = try self.step(on: given)
            return step.next == state ? .stays(step.effects) : .goes(step.next.at, tote: step.next.tote)
        } catch { return .refused(UnpackOutcome.Kind(error)) }
    }
}

extension UnpackOutcome.Kind {
    init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .toteInUse: .toteInUse
            case .wrongTote: .wrongTote
            case .unknownTote: .unknownTote
            case .badParams: .badParams
            case .wrongState, .notHere: .wrongState
            default: .another
            }
    }
}
