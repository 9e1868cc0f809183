import Domain
import Operations
import Testing

@testable import Fulfillment

/// What every answer does at every place of the bench's dialogue, as a table: a pair that is in no row fails the suite.
///
/// The parcel is a box S for three pieces of PEN and then two of BRICK, 1160 g in all and 50 g to and fro.
@Suite struct PackingMachineTests {
    @Test("Every answer does at every place what the table says", arguments: table)
    func answers(row: Row) {
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
        for place in BenchPlace.allCases {
            for given in Given.allCases {
                #expect(rows["\(given) at \(place)"] == 1, "\(given) at \(place)")
            }
        }
        #expect(Set(BenchPlace.allCases.map(\.state.at)) == Set(PackingState.Place.allCases))
        #expect(
            Set([Given.undo, .full].compactMap { Answer($0.rawValue).word(BenchCommand.self) })
                == Set(BenchCommand.allCases))
    }

    @Test("A machine leaves open what a code is: who knows the floor says it")
    func namesNoCode() {
        for place in BenchPlace.allCases {
            for given in Given.allCases {
                switch place.refusal(of: given) {
                case .wrongBox(_, _, let what), .wrongItem(_, _, let what), .wrongLabel(_, _, let what):
                    #expect(what == "", "\(given) at \(place)")
                default: continue
                }
            }
        }
    }

    @Test("It goes on where the parcel as it stands asks to")
    func resumes() {
        func resumed(_ state: PackingState, _ parcel: Parcel) -> PackingState? {
            PackingMachine.resume(state, knowing: Self.facts(parcel))
        }
        let (box, item) = (Self.state(.box), Self.state(.item))
        #expect(resumed(item, Self.parcel(done: 0)) == item)
        #expect(resumed(item, Self.parcel(done: 3)) == item)
        #expect(resumed(item, Self.parcel(done: 5)) == Self.state(.weight))
        #expect(resumed(item, Self.parcel(done: 5, weightG: 1160)) == Self.state(.close))
        #expect(resumed(item, Self.parcel(.closed, done: 5, weightG: 1160)) == Self.state(.label))
        #expect(resumed(box, Self.parcel(done: 0)) == box)
        let counting = Self.state(.quantity, counted: 2)
        #expect(resumed(counting, Self.parcel(done: 0)) == counting)
    }

    @Test("After a label the order's next parcel comes, and after the last one none")
    func nextParcel() {
        let last = Self.state(.label)
        let done = Self.facts(Self.parcel(.labelled, done: 5, weightG: 1160))
        #expect(PackingMachine.resume(last, knowing: done) == nil)
        let next = Self.facts(Self.parcel(row: 5, done: 0))
        #expect(
            PackingMachine.resume(last, knowing: next)
                == PackingState(order: OrderRow(1), parcel: ParcelRow(5), at: .box))
        let closed = Self.facts(Self.parcel(row: 5, .closed, done: 5, weightG: 1160))
        #expect(PackingMachine.resume(last, knowing: closed)?.at == .label)
    }

    @Test("What is asked for at every place")
    func says() {
        let table: [BenchPlace: (Domain.Expectation, PackingSentence)] = [
            .box: (.box, .takeBox("S")), .item: (.item, .put(3, of: "PEN")),
            .lastPen: (.item, .put(1, of: "PEN")), .itemOfFullBox: (.weight, .weigh),
            .quantity: (.quantity, .quantity(3)), .weight: (.weight, .weigh), .close: (.yesNo, .close),
            .closedElsewhere: (.yesNo, .close), .label: (.label, .label),
            .labelledElsewhere: (.label, .label),
        ]
        for place in BenchPlace.allCases {
            let prompt = PackingMachine.prompt(at: place.state, knowing: place.facts)
            #expect(prompt.expect == table[place]?.0, "\(place)")
            #expect(prompt.say == table[place]?.1, "\(place)")
            #expect(prompt.choices == (prompt.expect == .yesNo ? ["yes", "no"] : []))
            #expect((prompt.show.order, prompt.show.parcel, prompt.show.of) == ("O-1", ParcelRow(4), 5))
        }
    }

    @Test func showsWhatIsAtHand() {
        var facts = BenchPlace.quantity.facts
        (facts.barcode, facts.words) = ("40063", ["on the floor"])
        facts.notes = PackingNotes(notes: "Handle", isGift: true)
        facts.places = [Self.piece("PEN", 0), Self.piece("PEN", 20), Self.piece("PEN", 40)]
        let show = PackingMachine.prompt(at: BenchPlace.quantity.state, knowing: facts).show
        #expect((show.sku, show.name, show.barcode) == ("PEN", "Pen, blue", "40063"))
        #expect((show.quantityLeft, show.counted, show.done) == (3, 1, 0))
        #expect((show.gift, show.notes, show.client, show.box) == (true, "Handle", "ACME", "S"))
        #expect(show.place == PlannedPiece(Self.piece("PEN", 0)))
        #expect(show.places?.count == 3)
        #expect(show.whereInWords == ["on the floor"])
        let weight = PackingMachine.prompt(at: BenchPlace.weight.state, knowing: BenchPlace.weight.facts).show
        #expect((weight.weightG, weight.toleranceG) == (1160, 50))
        let label = PackingMachine.prompt(at: BenchPlace.label.state, knowing: BenchPlace.label.facts).show
        #expect(label.sscc == Self.sscc)
    }
}

// MARK: The words of the table

extension PackingMachineTests {
    /// Some answers at some places that all come to the same.
    struct Row: Sendable, CustomTestStringConvertible {
        let places: [BenchPlace]
        let given: [Given]
        let outcome: Outcome

        init(_ places: [BenchPlace], _ given: [Given]..., gives outcome: Outcome) {
            self.places = places
            self.given = given.flatMap { $0 }
            self.outcome = outcome
        }

        var testDescription: String {
            "\(places.map(\.rawValue)): \(given.map(\.rawValue).joined(separator: ", "))"
        }
    }

    enum Outcome: Equatable, Sendable {
        case goes(PackingState.Place, counted: Int = 0, [PackingEffect] = [])
        case refused(Kind)

        enum Kind: Equatable, Sendable {
            case wrongBox, unknownBox, wrongItem, tooMany, weightOff, wrongLabel, badParams, wrongState,
                another
        }
    }

    /// What is scanned or keyed.
    enum Given: String, CaseIterable, Sendable {
        case boxS = "S"
        case boxL = "BOX-L"
        case pen = "PEN"
        case twoPens = "PEN-2"
        case threePens = "PEN-3"
        case ninePens = "PEN-9"
        case brick = "BRICK"
        case twoBricks = "BRICK-2"
        case threeBricks = "BRICK-3"
        case mug = "MUG"
        case zero = "0"
        case one = "1"
        case two = "2"
        case three = " 3"
        case four = "4"
        case longNumber = "0000003"
        case weight = "1160"
        case weightWithG = "1160 G"
        case heaviest = "1210"
        case tooHeavy = "1211"
        case tooLong = "0000001160"
        case yes = "Yes"
        case no = "no "
        case ownLabel = "]C100106141410000000019"
        case otherLabel = "106141410000000026"
        case unknown = "???"
        case undo = "*undo"
        case full = "*FULL"
    }
}
