import Domain

@testable import Fulfillment

/// The bench of the packing machine's tests: how the parcel stands at each place, and what is scanned there.
extension PackingMachineTests {
    static let sscc = "106141410000000019"

    /// Where the dialogue stands in the table, and how its parcel stands.
    enum BenchPlace: String, CaseIterable, Sendable {
        case box, item
        /// Two pieces of three are in.
        case lastPen
        /// All pieces are in, and one is asked for all the same.
        case itemOfFullBox
        case quantity, weight, close
        /// Another caller has closed the parcel in between.
        case closedElsewhere
        case label
        /// Another caller has confirmed the label in between.
        case labelledElsewhere

        var state: PackingState {
            switch self {
            case .box: PackingMachineTests.state(.box)
            case .item, .lastPen, .itemOfFullBox: PackingMachineTests.state(.item)
            case .quantity: PackingMachineTests.state(.quantity, counted: 1)
            case .weight: PackingMachineTests.state(.weight)
            case .close, .closedElsewhere: PackingMachineTests.state(.close)
            case .label, .labelledElsewhere: PackingMachineTests.state(.label)
            }
        }

        var parcel: Parcel {
            switch self {
            case .box, .item, .quantity: PackingMachineTests.parcel(done: 0)
            case .lastPen: PackingMachineTests.parcel(done: 2)
            case .itemOfFullBox, .weight: PackingMachineTests.parcel(done: 5)
            case .close: PackingMachineTests.parcel(done: 5, weightG: 1180)
            case .closedElsewhere, .label: PackingMachineTests.parcel(.closed, done: 5, weightG: 1180)
            case .labelledElsewhere: PackingMachineTests.parcel(.labelled, done: 5, weightG: 1180)
            }
        }

        var facts: PackingFacts {
            var facts = PackingMachineTests.facts(parcel)
            if parcel.done < 3 {
                facts.run = PackRun(sku: "PEN", first: parcel.done, count: 3 - parcel.done)
                facts.sku = PackingMachineTests.pen
            }
            return facts
        }

        func step(on given: Given) throws(Refusal) -> PackingMachine.Step {
            var facts = facts
            facts.code = given.code
            return try PackingMachine.step(from: state, on: Answer(given.rawValue), knowing: facts)
        }

        func refusal(of given: Given) -> Refusal? {
            do throws(Refusal) {
                _ = try step(on: given)
                return nil
            } catch { return error }
        }

        /// In the words of the table.
        func outcome(of given: Given) -> Outcome {
            do throws(Refusal) {
                let step = try step(on: given)
                return .goes(step.next.at, counted: step.next.counted, step.effects)
            } catch { return .refused(Outcome.Kind(error)) }
        }
    }

    static func state(_ place: PackingState.Place, counted: Int = 0) -> PackingState {
        PackingState(order: OrderRow(1), parcel: ParcelRow(4), at: place, counted: counted)
    }

    static func parcel(
        row: Int = 4, _ state: ParcelState = .open, done: Int, weightG: Int? = nil
    ) -> Parcel {
        Parcel(
            row: ParcelRow(row), order: OrderRow(1), number: 1, state: state, box: "S", pieces: 5, done: done,
            expectedWeightG: 1160, weightG: weightG, sscc: state == .open ? nil : sscc)
    }

    static func facts(_ parcel: Parcel) -> PackingFacts {
        PackingFacts(
            order: Order(
                row: OrderRow(1), client: "ACME", id: "O-1", warehouse: "WH", priority: 60, sla: "ANY",
                acceptedAt: Instant(millisecondsSince1970: 0)),
            parcel: parcel, toleranceG: 50)
    }

    static let pen = SKU(
        client: "ACME", id: "PEN", name: "Pen, blue", size: SizeMM(length: 150, width: 20, height: 20),
        weightG: 40)

    static func piece(_ sku: SKUID, _ across: Int) -> PackPlan.Piece {
        PackPlan.Piece(
            sku: sku, at: PositionMM(across: across, deep: 0, up: 0),
            size: SizeMM(length: 20, width: 20, height: 20))
    }

    /// The plan with the two bricks before the pens.
    static let bricksFirst = Replan(
        order: OrderRow(1), station: "PACK-1",
        parts: [
            Replan.Part(
                parcel: ParcelRow(4), box: "S", plan: PackPlan([piece("BRICK", 0), piece("PEN", 20)]),
                expectedWeightG: 1160)
        ], discarded: [], next: PackRun(sku: "BRICK", first: 0, count: 2))
}

extension PackingMachineTests.Given {
    /// What the floor knows of the code.
    var code: PackingFacts.Code {
        var code = PackingFacts.Code()
        code.isKnown = true
        switch self {
        case .boxS: code.box = "S"
        case .boxL: code.box = "L"
        case .pen: code.pieces = 1
        case .twoPens: code.pieces = 2
        case .threePens: code.pieces = 3
        case .ninePens: code.pieces = 9
        case .brick: code.other = Self.bricks(1)
        case .twoBricks: code.other = Self.bricks(2)
        case .threeBricks: code.other = Self.bricks(3)
        case .mug, .ownLabel, .otherLabel: break
        case .zero, .one, .two, .three, .four, .longNumber: code.isKnown = false
        case .weight, .weightWithG, .heaviest, .tooHeavy, .tooLong: code.isKnown = false
        case .yes, .no, .unknown, .undo, .full: code.isKnown = false
        }
        return code
    }

    private static func bricks(_ count: Int) -> PackingFacts.OtherPieces {
        PackingFacts.OtherPieces(sku: "BRICK", pieces: count, replan: PackingMachineTests.bricksFirst)
    }
}

extension PackingMachineTests.Outcome.Kind {
    init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .wrongBox: .wrongBox
            case .unknownBox: .unknownBox
            case .wrongItem: .wrongItem
            case .tooMany: .tooMany
            case .weightOff: .weightOff
            case .wrongLabel: .wrongLabel
            case .badParams: .badParams
            case .wrongState, .notHere: .wrongState
            default: .another
            }
    }
}
