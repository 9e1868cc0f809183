import Domain
import Operations

/// What the person is asked.
extension CountingMachine {
    static func prompt(at state: CountingState, knowing facts: CountingFacts) -> Prompt {
        var prompt =
            switch asked(at: state, knowing: facts) {
            case .bin(let task): binPrompt(task, facts)
            case .item(let task): itemPrompt(task, state, facts)
            case .lot(let hand): lotPrompt(hand, facts)
            case .expiry(let hand): expiryPrompt(hand, facts)
            case .quantity(let hand): quantityPrompt(hand, state, facts)
            case .nothingElse(let task):
                Prompt(
                    expect: .yesNo, say: "Nothing else here?", show: shown(task),
                    choices: [CountWord.yes.rawValue, CountWord.no.rawValue])
            case .over:
                Prompt(expect: .yesNo, say: "All is counted", choices: [CountWord.yes.rawValue])
            }
        (prompt.show.kind, prompt.show.tour) = (.count, facts.tour.row)
        (prompt.show.done, prompt.show.of) = (facts.tour.done, facts.tour.total)
        prompt.show.bin = facts.task?.work.sourceBin
        prompt.show.why = facts.why
        return prompt
    }

    /// Says so where the walk was left.
    static func lastPrompt(knowing facts: CountingFacts) -> Prompt {
        guard facts.tour.state == .paused else { return .nothingToDo }
        return Prompt(expect: .none, say: "Tour \(facts.tour.row) paused", beep: .done)
    }

    private static func binPrompt(_ task: WorkTask, _ facts: CountingFacts) -> Prompt {
        var show = shown(task)
        show.printed = facts.printedName
        // Metres with one decimal.
        show.walkM = facts.walkMM.map { (Double($0) / 100).rounded() / 10 }
        let bin = task.work.sourceBin?.text ?? ""
        return Prompt(expect: .bin, say: facts.progress.first.isEmpty ? bin : "Count \(bin) again", show: show)
    }

    /// Where one SKU alone is to be counted, its name and, unless the count is blind, its pieces by the books.
    private static func itemPrompt(_ task: WorkTask, _ state: CountingState, _ facts: CountingFacts) -> Prompt {
        var show = shown(task)
        (show.name, show.barcode) = (facts.sku?.name, facts.barcode)
        if !state.counted.isEmpty { show.counted = state.counted.reduce(0) { $0 + $1.quantity } }
        if let sku = task.work.sku, !facts.progress.isBlind {
            show.quantity = facts.bookedGoods(task.work.client, sku).reduce(0) { $0 + facts.books.quantity(of: $1) }
        }
        let what = task.work.sku.map { "Count \($0)" } ?? (state.counted.isEmpty ? "What lies here?" : "What else?")
        return Prompt(expect: .item, say: what, show: show, choices: [CountWord.done.rawValue])
    }

    /// Lots to choose from only where none is printed on the goods that could be scanned.
    private static func lotPrompt(_ hand: GoodsCount, _ facts: CountingFacts) -> Prompt {
        let lots = Set(facts.bookedGoods(hand.goods.client, hand.goods.sku).map(\.lot)).sorted()
        let isTracked = facts.sku?.track.contains(.lot) ?? false
        return Prompt(
            expect: .lot, say: "Which lot?", show: shown(hand, facts),
            choices: isTracked ? [] : lots.map { $0.isEmpty ? CountWord.without.rawValue : $0 })
    }

    private static func expiryPrompt(_ hand: GoodsCount, _ facts: CountingFacts) -> Prompt {
        var show = shown(hand, facts)
        show.lot = hand.goods.lot.isEmpty ? nil : hand.goods.lot
        let bookedDays = days(of: hand.goods, knowing: facts).map { $0?.description ?? CountWord.without.rawValue }
        return Prompt(expect: .expiry, say: "Which day of expiry?", show: show, choices: bookedDays.sorted())
    }

    private static func quantityPrompt(
        _ hand: GoodsCount, _ state: CountingState, _ facts: CountingFacts
    ) -> Prompt {
        var show = shown(hand, facts)
        show.lot = hand.goods.lot.isEmpty ? nil : hand.goods.lot
        (show.expiry, show.counted) = (hand.goods.expiry, hand.quantity)
        if !facts.progress.isBlind { show.quantity = facts.books.quantity(of: hand.goods) }
        let more = state.counted.names(hand.goods) ? "How many more" : "How many"
        return Prompt(
            expect: .quantity, say: "\(more) \(hand.goods.sku)?", show: show,
            choices: [CountWord.done.rawValue])
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
