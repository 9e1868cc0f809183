import Domain
import Operations

@testable import Fulfillment

/// The floor of the picking machine's tests: one tour with an order, its tote and its goods.
enum PickingWorld {
    static let tour = TourRow(7)
    static let order = OrderRow(1)

    static let walk = Domain.Tour(
        row: tour, warehouse: "WH", kind: .pick, state: .started, session: SessionRow(3), start: "START",
        finish: "PACK-1", cart: "SHOP", priority: 50, lengths: TourLengths(plannedMM: 61_250), done: 2,
        total: 6,
        plannedAt: moment)

    /// Five pieces of PEN, of a lot where one is named.
    static func pick(lot: String, quantity: Int = 5, bin: BinCode = "A-1-01") -> Pick {
        Pick(
            row: PickRow(4), order: order, line: "1", goods: goods(lot: lot), stock: StockRow(8), bin: bin,
            quantity: quantity, state: .claimed, tour: tour, position: 3, session: SessionRow(3))
    }

    static let lastPicked = Pick(
        row: PickRow(2), order: order, line: "2", goods: goods(lot: ""), bin: "B-2-02", quantity: 1,
        state: .picked, tour: tour, position: 2, tote: "T-1")

    static let ownTote = Tote(id: "T-1", warehouse: "WH", state: .bound, order: order, tour: tour)
    static let freeTote = Tote(id: "T-2", warehouse: "WH")
    static let otherTote = Tote(id: "T-9", warehouse: "WH", state: .atStation, order: OrderRow(5))

    static let foreignTote = Tote(id: "Z-1", warehouse: "WH-OH")

    static let sku = SKU(
        client: "ACME", id: "PEN", name: "Pen, blue", size: SizeMM(length: 150, width: 20, height: 20),
        weightG: 40, rotation: .fefo)

    static let orderAsked = Order(
        row: order, client: "ACME", id: "O-1", warehouse: "WH", priority: 60, sla: "ANY", acceptedAt: moment)

    private static let moment = Instant(millisecondsSince1970: 0)

    private static func goods(lot: String) -> GoodsKey {
        GoodsKey(
            warehouse: "WH", client: "ACME", sku: "PEN", lot: lot,
            expiry: lot.isEmpty ? nil : Day(year: 2027, month: 5, day: 31))
    }
}

/// Where the dialogue stands in the table.
enum PickingPlace: String, CaseIterable, Sendable {
    case bind, bin, item, itemWithLot, lot, quantity, tote, furtherTote, reason, station

    var state: PickingState {
        switch self {
        case .bind: PickingState(tour: PickingWorld.tour, at: .bind)
        case .bin: PickingState(tour: PickingWorld.tour, at: .bin, bin: "B-2-02")
        case .item, .itemWithLot: PickingState(tour: PickingWorld.tour, at: .item, bin: "A-1-01")
        case .lot: PickingState(tour: PickingWorld.tour, at: .lot, bin: "A-1-01", counted: 1)
        case .quantity: PickingState(tour: PickingWorld.tour, at: .quantity, bin: "A-1-01", counted: 2)
        case .tote: PickingState(tour: PickingWorld.tour, at: .tote, bin: "A-1-01", counted: 5)
        case .furtherTote:
            PickingState(tour: PickingWorld.tour, at: .tote, bin: "A-1-01", counted: 5, isFull: true)
        case .reason: PickingState(tour: PickingWorld.tour, at: .reason, bin: "A-1-01", counted: 2)
        case .station: PickingState(tour: PickingWorld.tour, at: .station, bin: "A-1-01")
        }
    }

    var facts: PickingFacts {
        var facts = PickingFacts(tour: PickingWorld.walk)
        (facts.lastPicked, facts.lastBound) = (PickingWorld.lastPicked, PickingWorld.ownTote)
        switch self {
        case .bind: facts.orderToBind = PickingWorld.order
        case .station: facts.totes = ["T-1"]
        case .itemWithLot, .lot: facts.pick = PickingWorld.pick(lot: "L1")
        case .bin, .item, .quantity, .tote, .furtherTote, .reason: facts.pick = PickingWorld.pick(lot: "")
        }
        if self == .tote || self == .furtherTote { facts.tote = PickingWorld.ownTote }
        return facts
    }
}

extension PickingAnswer {
    /// What the floor knows of the code.
    var scanned: PickingFacts.Scanned {
        var scanned = PickingFacts.Scanned()
        switch self {
        case .thisBin: (scanned.bin, scanned.isKnown) = ("A-1-01", true)
        case .otherBin: (scanned.bin, scanned.isKnown) = ("C-5-04", true)
        case .item, .itemOfThisLot, .itemOfOtherLot: (scanned.pieces, scanned.isKnown) = (1, true)
        case .caseOfThree: (scanned.pieces, scanned.isKnown) = (3, true)
        case .palletOfNine: (scanned.pieces, scanned.isKnown) = (9, true)
        case .otherItem, .otherStation: scanned.isKnown = true
        case .ownTote: scanned.tote = PickingWorld.ownTote
        case .freeTote: scanned.tote = PickingWorld.freeTote
        case .otherTote: scanned.tote = PickingWorld.otherTote
        case .foreignTote: scanned.tote = PickingWorld.foreignTote
        case .packStation: (scanned.station, scanned.isKnown) = ("PACK-1", true)
        case .thisLot, .otherLot, .zero, .four, .five, .six, .longNumber, .missing, .damaged, .unknown: break
        case .skip, .short, .full, .undo, .why, .pause: break
        }
        return scanned
    }
}

extension PickingPlace {
    func step(on given: PickingAnswer) throws(Refusal) -> PickingMachine.Step {
        var facts = facts
        facts.scanned = given.scanned
        return try PickingMachine.step(from: state, on: Answer(given.rawValue), knowing: facts)
    }

    func refusal(of given: PickingAnswer) -> Refusal? {
        do throws(Refusal) {
            _ = try step(on: given)
            return nil
        } catch { return error }
    }

    /// In the words of the table.
    func outcome(of given: PickingAnswer) -> PickingOutcome {
        do throws(Refusal) { return PickingOutcome(try step(on: given), from: state) } catch {
            return .refused(PickingOutcome.Kind(error))
        }
    }
}

extension PickingOutcome {
    init(_ step: PickingMachine.Step, from state: PickingState) {
        let next = step.next
        self =
            next == state
            ? .stays(step.effects)
            : .goes(next.at, bin: next.bin, counted: next.counted, isFull: next.isFull, step.effects)
    }
}

extension PickingOutcome.Kind {
    init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .wrongBin: .wrongBin
            case .wrongItem: .wrongItem
            case .wrongLot: .wrongLot
            case .wrongTote: .wrongTote
            case .wrongStation: .wrongStation
            case .unknownTote: .unknownTote
            case .toteInUse: .toteInUse
            case .tooMany: .tooMany
            case .badParams: .badParams
            case .wrongState, .notHere: .wrongState
            default: .another
            }
    }
}
