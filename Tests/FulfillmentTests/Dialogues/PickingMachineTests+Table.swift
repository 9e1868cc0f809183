import Domain

@testable import Fulfillment

/// The table: at these places, these answers come to this.
extension PickingMachineTests {
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

    // MARK: Answers that come to the same at most places

    private static let bins: [PickingAnswer] = [.thisBin, .otherBin]
    private static let items: [PickingAnswer] = [
        .item, .caseOfThree, .palletOfNine, .itemOfThisLot, .itemOfOtherLot, .otherItem,
    ]
    private static let lots: [PickingAnswer] = [.thisLot, .otherLot]
    private static let numbers: [PickingAnswer] = [.zero, .four, .five, .six, .longNumber]
    private static let totes: [PickingAnswer] = [.ownTote, .freeTote, .otherTote, .foreignTote]
    private static let stations: [PickingAnswer] = [.packStation, .otherStation]
    private static let words: [PickingAnswer] = [.missing, .damaged]
    static let commands: [PickingAnswer] = [.skip, .short, .full, .undo, .why, .pause]
}
