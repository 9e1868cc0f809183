import Domain

@testable import Fulfillment

/// The table: at these places, these answers come to this.
extension PackingMachineTests {
    static let table = [atBox, atItem, atQuantity, atWeight, atClose, atLabel, commands].flatMap { $0 }

    private static let atBox = [
        Row([.box], [.boxS], gives: .goes(.item)),
        Row([.box], [.boxL], gives: .goes(.item, [.replan(.otherBox("L"))])),
        Row([.box], pieces, others, labels, gives: .refused(.wrongBox)),
        Row([.box], numbers, weights, words, [.unknown], gives: .refused(.unknownBox)),
    ]

    /// Three PEN are asked for while the box is empty, and the last of them once two are in.
    private static let atItem = [
        Row([.item], [.pen], gives: .goes(.quantity, counted: 1)),
        Row([.item], [.twoPens], gives: .goes(.quantity, counted: 2)),
        Row([.item], [.threePens], gives: .goes(.item, [.putIn(3, of: "PEN")])),
        Row([.lastPen], [.pen], gives: .goes(.item, [.putIn(1, of: "PEN")])),
        Row([.lastPen], [.twoPens, .threePens], gives: .refused(.tooMany)),
        Row([.item, .lastPen], [.ninePens, .threeBricks], gives: .refused(.tooMany)),
        Row([.item, .lastPen], [.brick], gives: .goes(.quantity, counted: 1, [.adopt(bricksFirst)])),
        Row(
            [.item, .lastPen], [.twoBricks],
            gives: .goes(.item, [.adopt(bricksFirst), .putIn(2, of: "BRICK")])),
        Row(
            [.item, .lastPen], [.mug, .unknown, .boxS], numbers, weights, words, labels,
            gives: .refused(.wrongItem)),
        Row([.item], [.boxL], gives: .goes(.item, [.replan(.otherBox("L"))])),
        Row([.lastPen], [.boxL], gives: .refused(.wrongItem)),
        Row(
            [.itemOfFullBox], [.mug, .unknown], boxes, pieces, [.brick, .twoBricks, .threeBricks], numbers,
            weights, words, labels, gives: .refused(.wrongState)),
    ]

    /// One PEN of three has been counted.
    private static let atQuantity = [
        Row([.quantity], [.pen], gives: .goes(.quantity, counted: 2)),
        Row([.quantity], [.twoPens, .three], gives: .goes(.item, [.putIn(3, of: "PEN")])),
        Row([.quantity], [.one], gives: .goes(.item, [.putIn(1, of: "PEN")])),
        Row([.quantity], [.two], gives: .goes(.item, [.putIn(2, of: "PEN")])),
        Row(
            [.quantity], [.threePens, .ninePens, .four, .weight, .heaviest, .tooHeavy],
            gives: .refused(.tooMany)),
        Row(
            [.quantity], [.zero, .longNumber, .weightWithG, .tooLong, .unknown], others, boxes, words, labels,
            gives: .refused(.wrongItem)),
    ]

    private static let atWeight = [
        Row([.weight], [.weight, .weightWithG], gives: .goes(.close, [.weigh(weightG: 1160)])),
        Row([.weight], [.heaviest], gives: .goes(.close, [.weigh(weightG: 1210)])),
        Row(
            [.weight], [.tooHeavy, .one, .two, .three, .four, .longNumber], gives: .refused(.weightOff)),
        Row(
            [.weight], [.zero, .tooLong, .unknown], boxes, pieces, others, words, labels,
            gives: .refused(.badParams)),
    ]

    private static let atClose = [
        Row([.close, .closedElsewhere], [.yes], gives: .goes(.label, [.close])),
        Row([.close], [.no], gives: .goes(.weight, [.forgetWeight])),
        Row([.closedElsewhere], [.no], gives: .refused(.wrongState)),
        Row(
            [.close, .closedElsewhere], [.unknown], boxes, pieces, others, numbers, weights, labels,
            gives: .refused(.badParams)),
    ]

    private static let atLabel = [
        Row([.label], [.ownLabel], gives: .goes(.label, [.label])),
        Row([.labelledElsewhere], [.ownLabel], gives: .goes(.label)),
        Row(
            [.label, .labelledElsewhere], [.otherLabel, .unknown], boxes, pieces, others, numbers, weights,
            words, gives: .refused(.wrongLabel)),
    ]

    private static let commands = [
        Row([.box], [.undo, .full], gives: .refused(.wrongState)),
        Row([.item], [.undo], gives: .goes(.box)),
        Row([.item], [.full], gives: .refused(.wrongState)),
        Row([.lastPen, .itemOfFullBox, .weight], [.undo], gives: .goes(.item, [.unpackLast])),
        Row([.quantity], [.undo], gives: .goes(.item)),
        Row([.quantity], [.full], gives: .refused(.wrongState)),
        Row([.close], [.undo], gives: .goes(.weight, [.forgetWeight])),
        Row(
            [.lastPen, .itemOfFullBox, .weight, .close], [.full], gives: .goes(.item, [.replan(.boxIsFull)])),
        Row([.closedElsewhere, .label, .labelledElsewhere], [.undo, .full], gives: .refused(.wrongState)),
    ]

    // MARK: Answers that come to the same at most places

    private static let boxes: [Given] = [.boxS, .boxL]
    private static let pieces: [Given] = [.pen, .twoPens, .threePens, .ninePens]
    private static let others: [Given] = [.brick, .twoBricks, .threeBricks, .mug]
    private static let numbers: [Given] = [.zero, .one, .two, .three, .four, .longNumber]
    private static let weights: [Given] = [.weight, .weightWithG, .heaviest, .tooHeavy, .tooLong]
    private static let words: [Given] = [.yes, .no]
    private static let labels: [Given] = [.ownLabel, .otherLabel]
}
