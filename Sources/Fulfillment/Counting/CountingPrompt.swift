import Domain
import Operations

/// What the person is asked.
extension CountingMachine {
    static func prompt(at state: CountingState, knowing facts: CountingFacts) -> CountingPrompt {
        var prompt =
            switch asked(at: state, knowing: facts) {
            case .bin(let task): binPrompt(task, facts)
            case .item(let task): itemPrompt(task, state, facts)
            case .lot(let hand): lotPrompt(hand, facts)
            case .expiry(let hand): expiryPrompt(hand, facts)
            case .quantity(let hand): quantityPrompt(hand, state, facts)
            case .nothingElse(let task):
                CountingPrompt(
                    expect: .yesNo, say: .nothingElse, show: shown(task),
                    choices: [CountWord.yes.rawValue, CountWord.no.rawValue])
            case .over:
                CountingPrompt(expect: .yesNo, say: .allCounted, choices: [CountWord.yes.rawValue])
            }
        (prompt.show.kind, prompt.show.tour) = (.count, facts.tour.row)
        (prompt.show.done, prompt.show.of) = (facts.tour.done, facts.tour.total)
        prompt.show.bin = facts.task?.work.sourceBin
        prompt.why = facts.why
        return prompt
    }

    private static func binPrompt(_ task: WorkTask, _ facts: CountingFacts) -> CountingPrompt {
        var show = shown(task)
        show.printed = facts.printedName
        // Metres with one decimal.
        show.walkM = facts.walkMM.map { (Double($0) / 100).rounded() / 10 }
        let bin = task.work.sourceBin ?? ""
        return CountingPrompt(
            expect: .bin, say: facts.progress.first.isEmpty ? .bin(bin) : .binAgain(bin), show: show)
    }

    /// Where one SKU alone is to be counted, its name and, unless the count is blind, its pieces by the books.
    private static func itemPrompt(
        _ task: WorkTask, _ state: CountingState, _ facts: CountingFacts
    ) -> CountingPrompt {
        var show = shown(task)
        (show.name, show.barcode) = (facts.sku?.name, facts.barcode)
        if !state.counted.isEmpty { show.counted = state.counted.reduce(0) { $0 + $1.quantity } }
        if let sku = task.work.sku, !facts.progress.isBlind {
            show.quantity = facts.bookedGoods(task.work.client, sku).reduce(0) { $0 + facts.books.quantity(of: $1) }
        }
        let what: CountingSentence =
            if let sku = task.work.sku {
                .count(sku)
            } else if state.counted.isEmpty {
                .whatLiesHere
            } else {
                .whatElse
            }
        return CountingPrompt(expect: .item, say: what, show: show, choices: [CountWord.done.rawValue])
    }

    /// Lots to choose from only where none is printed on the goods that could be scanned.
    private static func lotPrompt(_ hand: GoodsCount, _ facts: CountingFacts) -> CountingPrompt {
        let lots = Set(facts.bookedGoods(hand.goods.client, hand.goods.sku).map(\.lot)).sorted()
        let isTracked = facts.sku?.track.contains(.lot) ?? false
        return CountingPrompt(
            expect: .lot, say: .whichLot, show: shown(hand, facts),
            choices: isTracked ? [] : lots.map { $0.isEmpty ? CountWord.without.rawValue : $0 })
    }

    private static func expiryPrompt(_ hand: GoodsCount, _ facts: CountingFacts) -> CountingPrompt {
        var show = shown(hand, facts)
        show.lot = hand.goods.lot.isEmpty ? nil : hand.goods.lot
        let bookedDays = days(of: hand.goods, knowing: facts).map { $0?.description ?? CountWord.without.rawValue }
        return CountingPrompt(expect: .expiry, say: .whichExpiry, show: show, choices: bookedDays.sorted())
    }

    private static func quantityPrompt(
        _ hand: GoodsCount, _ state: CountingState, _ facts: CountingFacts
    ) -> CountingPrompt {
        var show = shown(hand, facts)
        show.lot = hand.goods.lot.isEmpty ? nil : hand.goods.lot
        (show.expiry, show.counted) = (hand.goods.expiry, hand.quantity)
        if !facts.progress.isBlind { show.quantity = facts.books.quantity(of: hand.goods) }
        let sku = hand.goods.sku
        return CountingPrompt(
            expect: .quantity, say: state.counted.names(hand.goods) ? .howManyMore(sku) : .howMany(sku),
            show: show, choices: [CountWord.done.rawValue])
    }

    private static func shown(_ task: WorkTask) -> Shown {
        var show = Shown()
        show.sku = task.work.sku
        show.client = task.work.client.isEmpty ? nil : task.work.client
        return show
    }

    /// The goods in hand.
    private static func shown(_ hand: GoodsCount, _ facts: CountingFacts) -> Shown {
        var show = Shown()
        (show.sku, show.name, show.barcode) = (hand.goods.sku, facts.sku?.name, facts.barcode)
        show.client = hand.goods.client.isEmpty ? nil : hand.goods.client
        return show
    }
}
