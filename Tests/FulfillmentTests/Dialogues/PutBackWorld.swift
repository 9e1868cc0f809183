import Domain

@testable import Fulfillment

/// The floor of the put-back machine's tests: one tour, and five pieces of PEN in tote T-1 that go to A-1-01.
enum PutBackWorld {
    static let tour = TourRow(7)

    static let walk = Domain.Tour(
        row: tour, warehouse: "WH", kind: .putBack, state: .started, session: SessionRow(3), start: "PACK-1",
        finish: "START", priority: 50, lengths: TourLengths(plannedMM: 61_250), done: 2, total: 6,
        plannedAt: moment)

    static let task = task(to: "A-1-01")

    static func task(to bin: BinCode, lot: String = "") -> WorkTask {
        WorkTask(
            row: TaskRow(5), state: .loaded,
            work: NewTask(
                kind: .putBack, warehouse: "WH", client: "ACME", sku: "PEN", lot: lot,
                expiry: lot.isEmpty ? nil : Day(year: 2027, month: 5, day: 31), quantity: 5,
                sourceTote: "T-1",
                targetBin: bin, order: OrderRow(1), pick: PickRow(4), reason: "bought twice"),
            tour: tour, position: 3, session: SessionRow(3), openedAt: moment)
    }

    static let sku = SKU(
        client: "ACME", id: "PEN", name: "Pen, blue", size: SizeMM(length: 150, width: 20, height: 20),
        weightG: 40)

    static let order = Order(
        row: OrderRow(1), client: "ACME", id: "O-1", warehouse: "WH", priority: 60, sla: "ANY",
        acceptedAt: moment)

    private static let moment = Instant(millisecondsSince1970: 0)
}

/// Where the dialogue stands in the table.
enum PutBackPlace: String, CaseIterable, Sendable {
    case tote, bin, item, quantity, missing

    var state: PutBackState {
        switch self {
        case .tote: PutBackState(tour: PutBackWorld.tour, at: .tote)
        case .bin: PutBackState(tour: PutBackWorld.tour, at: .bin, bin: "B-2-02")
        case .item: PutBackState(tour: PutBackWorld.tour, at: .item, bin: "A-1-01")
        case .quantity: PutBackState(tour: PutBackWorld.tour, at: .quantity, bin: "A-1-01", counted: 2)
        case .missing: PutBackState(tour: PutBackWorld.tour, at: .missing, bin: "A-1-01", counted: 2)
        }
    }

    var facts: PutBackFacts {
        var facts = PutBackFacts(tour: PutBackWorld.walk)
        facts.task = PutBackWorld.task
        if self == .tote { facts.toFetch = PutBackWorld.task }
        return facts
    }
}

/// What is scanned or keyed.
enum PutBackAnswer: String, CaseIterable, Sendable {
    case thisBin = "a-01-01"
    case otherBin = "C-5-04"
    case item = "4006381333931"
    case caseOfThree = "CASE"
    case cartonOfFive = "CARTON"
    case palletOfNine = "PALLET"
    case otherItem = "BRICK"
    case zero = "0"
    case two = "2"
    case five = " 5"
    case six = "6"
    case longNumber = "0000005"
    case ownTote = "t-1"
    case otherTote = "T-9"
    case station = "PACK-1"
    case yes = " Yes"
    case no
    case unknown = "???"
    case skip = "*SKIP"
    case short = "*short"
    case full = "*FULL"
    case undo = "*UNDO"
    case why = "*WHY"
    case pause = "*PAUSE"

    /// What the floor knows of the code.
    var scanned: PutBackFacts.Scanned {
        var scanned = PutBackFacts.Scanned()
        switch self {
        case .thisBin: scanned.bin = "A-1-01"
        case .otherBin: scanned.bin = "C-5-04"
        case .item: scanned.pieces = 1
        case .caseOfThree: scanned.pieces = 3
        case .cartonOfFive: scanned.pieces = 5
        case .palletOfNine: scanned.pieces = 9
        case .ownTote: scanned.tote = "T-1"
        case .otherTote: scanned.tote = "T-9"
        case .otherItem, .zero, .two, .five, .six, .longNumber, .station, .yes, .no, .unknown: break
        case .skip, .short, .full, .undo, .why, .pause: break
        }
        return scanned
    }
}

/// What an answer does, in the words of the table.
enum PutBackOutcome: Equatable, Sendable {
    case stays([PutBackEffect])
    case goes(PutBackState.Place, bin: BinCode? = nil, counted: Int = 0, [PutBackEffect] = [])
    case refused(Kind)

    enum Kind: Equatable, Sendable {
        case wrongTote, wrongBin, wrongItem, tooMany, badParams, wrongState, another
    }

    init(_ step: PutBackMachine.Step, from state: PutBackState) {
        let next = step.next
        self =
            next == state
            ? .stays(step.effects) : .goes(next.at, bin: next.bin, counted: next.counted, step.effects)
    }
}

extension PutBackPlace {
    func step(on given: PutBackAnswer) throws(Refusal) -> PutBackMachine.Step {
        var facts = facts
        facts.scanned = given.scanned
        return try PutBackMachine.step(from: state, on: Answer(given.rawValue), knowing: facts)
    }

    func refusal(of given: PutBackAnswer) -> Refusal? {
        do throws(Refusal) {
            _ = try step(on: given)
            return nil
        } catch { return error }
    }

    /// In the words of the table.
    func outcome(of given: PutBackAnswer) -> PutBackOutcome {
        do throws(Refusal) { return PutBackOutcome(try step(on: given), from: state) } catch {
            return .refused(PutBackOutcome.Kind(error))
        }
    }
}

extension PutBackOutcome.Kind {
    init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .wrongTote: .wrongTote
            case .wrongBin: .wrongBin
            case .wrongItem: .wrongItem
            case .tooMany: .tooMany
            case .badParams: .badParams
            case .wrongState, .notHere: .wrongState
            default: .another
            }
    }
}
