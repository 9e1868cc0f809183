import Domain
import Testing

@testable import Fulfillment

/// What every answer does at every place of the dialogue, as a table: a pair that is in no row fails the suite.
///
/// The books have ten PEN, six SERUM of lot L1, and three of lot L2 with two days of expiry.
@Suite struct CountingMachineTests {
    static let table = [
        everywhere, atBin, atItem, atItemAfterAll, atItemAfterDifferences, atLot, atExpiry, atQuantity, atNothingElse, whenOver,
    ].flatMap { $0 }

    private static let world = CountingWorld.self

    private static let everywhere = [
        CountingRow(beforeTheEnd, [.why], gives: .stays([.explain])),
        CountingRow(beforeTheEnd, [.short, .full], gives: .refused(.wrongState)),
        CountingRow([.bin], [.pause], gives: .stays([.pause])),
        CountingRow(inTheBin, [.pause], gives: .goes(world.onTheWay, [.pause])),
    ]

    private static let atBin = [
        CountingRow([.bin], [.thisBin], gives: .goes(world.begun, [.begin("A-1-01")])),
        CountingRow(
            [.bin], [.otherBin, .unknown], items, lots, days, numbers, words, gives: .refused(.wrongBin)),
        CountingRow([.bin], [.skip], gives: .stays([.postpone("A-1-01")])),
        CountingRow([.bin], [.undo], gives: .refused(.wrongState)),
    ]

    private static let atItem = itemRows(.item) + [
        CountingRow([.item], [.done], gives: .goes(world.begun.moved(to: .nothingElse))),
        CountingRow([.item], [.undo], gives: .goes(world.onTheWay)),
    ]

    private static let atItemAfterAll = itemRows(.itemAfterAll) + [
        CountingRow([.itemAfterAll], [.done], gives: .goes(world.onTheWay, [.complete([])])),
        CountingRow(
            [.itemAfterAll], [.undo], gives: .goes(world.counted(Array(world.books.dropLast())))),
    ]

    /// What a count finds is booked, counted again, or waits for a lead.
    private static let atItemAfterDifferences: [CountingRow] =
        itemRowsAndUndo(.itemAfterDifference) + itemRowsAndUndo(.itemAfterSame)
        + itemRowsAndUndo(.itemAfterLargeSame) + [
            CountingRow(
                [.itemAfterDifference], [.done],
                gives: .goes(world.onTheWay, [.countAgain([world.found(pens: 600)])])),
            CountingRow(
                [.itemAfterSame], [.done],
                gives: .goes(
                    world.onTheWay,
                    [.book([world.found(pens: 600)]), .complete([world.found(pens: 600)])])),
            CountingRow(
                [.itemAfterLargeSame], [.done],
                gives: .goes(world.onTheWay, [.askLead([world.found(pens: 300)])])),
        ]

    private static func itemRowsAndUndo(_ place: CountingPlace) -> [CountingRow] {
        let before = world.counted(Array(place.state.counted.dropLast()))
        return itemRows(place) + [CountingRow([place], [.undo], gives: .goes(before))]
    }

    /// Lot and day are asked for where neither the code nor the books say them.
    private static func itemRows(_ place: CountingPlace) -> [CountingRow] {
        func holding(_ goods: BinGoods, _ pieces: Int, at next: CountingState.Place) -> CountingOutcome {
            .goes(place.state.holding(GoodsCount(goods, pieces), at: next))
        }
        return [
            CountingRow([place], [.pen], gives: holding(world.goods("PEN"), 1, at: .quantity)),
            CountingRow([place], [.caseOfPens], gives: holding(world.goods("PEN"), 12, at: .quantity)),
            CountingRow([place], [.brick], gives: holding(world.goods("BRICK"), 1, at: .quantity)),
            CountingRow([place], [.serum], gives: holding(world.goods("SERUM"), 1, at: .lot)),
            CountingRow(
                [place], [.serumOfL1],
                gives: holding(world.goods("SERUM", "L1", world.may31), 1, at: .quantity)),
            CountingRow([place], [.serumOfL9], gives: holding(world.goods("SERUM", "L9"), 1, at: .expiry)),
            CountingRow(
                [place], [.serumOfL2AndJanuary],
                gives: holding(world.goods("SERUM", "L2", world.january31), 1, at: .quantity)),
            CountingRow(
                [place], bins, lots, days, numbers, [.yes, .no, .without, .unknown],
                gives: .refused(.wrongItem)),
            CountingRow([place], [.skip], gives: .goes(world.onTheWay, [.postpone("A-1-01")])),
        ]
    }

    /// One piece of SERUM is in hand.
    private static let atLot = [
        CountingRow(
            [.lot], [.lot1, .serumOfL1],
            gives: .goes(
                world.begun.holding(GoodsCount(world.goods("SERUM", "L1", world.may31), 1), at: .quantity))),
        CountingRow(
            [.lot], [.serumOfL2AndJanuary],
            gives: .goes(
                world.begun.holding(
                    GoodsCount(world.goods("SERUM", "L2", world.january31), 1), at: .quantity))),
        CountingRow(
            [.lot], [.lot2],
            gives: .goes(world.begun.holding(GoodsCount(world.goods("SERUM", "L2"), 1), at: .expiry))),
        CountingRow(
            [.lot], [.lot9, .serumOfL9],
            gives: .goes(world.begun.holding(GoodsCount(world.goods("SERUM", "L9"), 1), at: .expiry))),
        CountingRow([.lot], [.seven], gives: unknownLot("7")),
        CountingRow([.lot], [.zero], gives: unknownLot("0")),
        CountingRow([.lot], [.longNumber], gives: unknownLot("0000007")),
        CountingRow([.lot], [.january], gives: unknownLot("2027-01-31")),
        CountingRow([.lot], [.march], gives: unknownLot("2027-03-31")),
        CountingRow([.lot], [.unknown], gives: unknownLot("???")),
        CountingRow(
            [.lot], [.serum, .pen, .caseOfPens, .brick], bins, words, gives: .refused(.wrongLot)),
        CountingRow([.lot], [.undo], gives: .goes(world.begun)),
        CountingRow([.lot], [.skip], gives: .refused(.wrongState)),
    ]

    /// Any text that names nothing else may be the lot on the goods.
    private static func unknownLot(_ lot: String) -> CountingOutcome {
        .goes(world.begun.holding(GoodsCount(world.goods("SERUM", lot), 1), at: .expiry))
    }

    /// One piece of SERUM of lot L2 is in hand.
    private static let atExpiry = [
        CountingRow([.expiry], [.january, .serumOfL2AndJanuary], gives: expiring(world.january31)),
        CountingRow([.expiry], [.march], gives: expiring(world.march31)),
        CountingRow([.expiry], [.serumOfL1, .serumOfL9], gives: .refused(.wrongLot)),
        CountingRow(
            [.expiry], [.serum, .pen, .caseOfPens, .brick, .unknown], bins, lots, numbers, words,
            gives: .refused(.badParams)),
        CountingRow([.expiry], [.undo], gives: .goes(world.begun)),
        CountingRow([.expiry], [.skip], gives: .refused(.wrongState)),
    ]

    private static func expiring(_ day: Day?) -> CountingOutcome {
        .goes(world.begun.holding(GoodsCount(world.goods("SERUM", "L2", day), 1), at: .quantity))
    }

    /// Two pieces of PEN have been scanned.
    private static let atQuantity = [
        CountingRow([.quantity], [.pen], gives: pens(scanned: 3)),
        CountingRow([.quantity], [.caseOfPens], gives: pens(scanned: 14)),
        CountingRow([.quantity], [.done], gives: pens(counted: 2)),
        CountingRow([.quantity], [.zero], gives: pens(counted: 0)),
        CountingRow([.quantity], [.seven], gives: pens(counted: 7)),
        CountingRow(
            [.quantity],
            [.longNumber, .brick, .serum, .serumOfL1, .serumOfL9, .serumOfL2AndJanuary, .unknown], bins, lots,
            days, [.yes, .no, .without], gives: .refused(.wrongItem)),
        CountingRow([.quantity], [.undo], gives: .goes(world.begun)),
        CountingRow([.quantity], [.skip], gives: .refused(.wrongState)),
    ]

    private static func pens(scanned pieces: Int) -> CountingOutcome {
        .goes(world.begun.holding(GoodsCount(world.goods("PEN"), pieces), at: .quantity))
    }

    private static func pens(counted pieces: Int) -> CountingOutcome {
        .goes(world.counted([GoodsCount(world.goods("PEN"), pieces)]))
    }

    /// Nine PEN have been counted, and nothing else.
    private static let atNothingElse = [
        CountingRow(
            [.nothingElse], [.yes],
            gives: .goes(world.onTheWay, [.book(allButNinePens), .complete(allButNinePens)])),
        CountingRow([.nothingElse], [.no, .undo], gives: .goes(world.counted([ninePens]))),
        CountingRow(
            [.nothingElse], [.done, .without, .unknown], bins, items, lots, days, numbers,
            gives: .refused(.badParams)),
        CountingRow([.nothingElse], [.skip], gives: .refused(.wrongState)),
    ]

    private static let ninePens = GoodsCount(world.goods("PEN"), 9)
    private static let allButNinePens =
        [world.difference(world.goods("PEN"), 10, 9)]
        + world.books.dropFirst().map { world.difference($0.goods, $0.quantity, 0) }

    private static let whenOver = [
        CountingRow([.over], [.why], gives: .stays([.explain])),
        CountingRow([.over], CountingAnswer.allCases.filter { $0 != .why }, gives: .stays([.finish])),
    ]

    @Test("Every answer does at every place what the table says", arguments: table)
    func answers(row: CountingRow) {
        for place in row.places {
            for given in row.given {
                #expect(place.outcome(of: given) == row.outcome, "\(given) at \(place)")
            }
        }
    }

    @Test("A bin takes so many counts, and then says what to do instead; those that it has can be finished or undone")
    func isBounded() throws {
        let full = CountingWorld.counted(
            Array(repeating: GoodsCount(CountingWorld.goods("PEN"), 1), count: Limits.countsInBinMax))
        var facts = CountingWorld.facts()
        facts.scanned = CountingAnswer.pen.scanned(inHand: nil)
        #expect {
            try CountingMachine.step(from: full, on: Answer("PEN"), knowing: facts)
        } throws: { error in
            guard case .notHere("item", let hint)? = error as? Refusal else { return false }
            return hint.contains("*UNDO") && hint.contains("*SKIP") && hint.contains("stock.count")
        }
        let undone = try CountingMachine.step(from: full, on: Answer("*UNDO"), knowing: facts).next
        #expect(try CountingMachine.step(from: undone, on: Answer("PEN"), knowing: facts).next.at == .quantity)
        #expect(try CountingMachine.step(from: full, on: Answer("done"), knowing: facts).next.at == .nothingElse)
    }

    @Test("Every pair of a place and an answer stands in the table once")
    func isWhole() {
        var rows: [String: Int] = [:]
        for row in Self.table {
            for place in row.places {
                for given in row.given { rows["\(given) at \(place)", default: 0] += 1 }
            }
        }
        for place in CountingPlace.allCases {
            for given in CountingAnswer.allCases {
                #expect(rows["\(given) at \(place)"] == 1, "\(given) at \(place)")
            }
        }
        #expect(Set(CountingPlace.allCases.map(\.state.at)) == Set(CountingState.Place.allCases))
        let known = Set(FloorCommand.allCases.map(\.rawValue))
        #expect(Set(commands.map { $0.rawValue.uppercased() }) == known)
    }
}

// MARK: The words of the table

private let beforeTheEnd = CountingPlace.allCases.filter { $0 != .over }
private let inTheBin = beforeTheEnd.filter { $0 != .bin }
private let bins: [CountingAnswer] = [.thisBin, .otherBin]
private let items: [CountingAnswer] = [
    .pen, .caseOfPens, .brick, .serum, .serumOfL1, .serumOfL9, .serumOfL2AndJanuary,
]
private let lots: [CountingAnswer] = [.lot1, .lot2, .lot9]
private let days: [CountingAnswer] = [.january, .march]
private let numbers: [CountingAnswer] = [.zero, .seven, .longNumber]
private let words: [CountingAnswer] = [.done, .yes, .no, .without]
private let commands: [CountingAnswer] = [.skip, .short, .full, .undo, .why, .pause]

/// Some answers at some places that all come to the same.
struct CountingRow: Sendable, CustomTestStringConvertible {
    let places: [CountingPlace]
    let given: [CountingAnswer]
    let outcome: CountingOutcome

    init(_ places: [CountingPlace], _ given: [CountingAnswer]..., gives outcome: CountingOutcome) {
        self.places = places
        self.given = given.flatMap { $0 }
        self.outcome = outcome
    }

    var testDescription: String {
        "\(places.map(\.rawValue)): \(given.map(\.rawValue).joined(separator: ", "))"
    }
}
