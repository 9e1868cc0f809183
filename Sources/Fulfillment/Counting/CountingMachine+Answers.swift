import Domain

/// Words that answer a count's prompts beside codes and figures.
enum CountWord: String, CaseIterable {
    /// Nothing else lies in the bin, or no more of the goods in hand.
    case done
    case yes, no
    /// Goods that have no lot, or no day of expiry.
    case without = "none"
}

/// The answers that each prompt accepts.
extension CountingMachine {
    static func accept(
        bin answer: Answer, of task: WorkTask, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        guard let bin = facts.scanned.bin, bin == task.work.sourceBin else {
            throw .wrongBin(expected: task.work.sourceBin?.text ?? "", scanned: answer.text, scannedIs: "")
        }
        return Step(next: state.begun(task.row), effects: [.begin(bin)])
    }

    /// Goods that lie there, or the word that nothing else does.
    static func accept(
        item answer: Answer, of task: WorkTask, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        if answer.word(CountWord.self) == .done {
            guard facts.unnamed(of: task, by: state).isEmpty else {
                return Step(next: state.moved(to: .nothingElse))
            }
            return conclude(state.counted, at: state, knowing: facts)
        }
        let item = try itemNamed(in: answer, of: task, knowing: facts)
        try checkRoom(for: state)
        let goods = BinGoods(client: item.sku.client, sku: item.sku.id, expiry: answer.day)
        let hand = GoodsCount(goods, item.sku.quantity(in: item.unit) ?? 1)
        return findLot(answer.scan.lot, of: hand, item.sku, at: state, knowing: facts)
    }

    static func accept(
        lot answer: Answer, of hand: GoodsCount, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        let sku = try facts.skuInHand()
        try checkGoods(of: answer, hand, knowing: facts)
        guard let lot = lotNamed(in: answer, of: sku, knowing: facts), lot.utf8.count <= Limits.idBytesMax
        else {
            throw .wrongLot(expected: "a lot of \(sku.id)", scanned: answer.text, scannedIs: "")
        }
        var hand = hand
        hand.goods.lot = lot
        if answer.scan.lot != nil, let day = answer.day { hand.goods.expiry = day }
        return findExpiry(of: hand, sku, at: state, knowing: facts)
    }

    static func accept(
        expiry answer: Answer, of hand: GoodsCount, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        let sku = try facts.skuInHand()
        try checkGoods(of: answer, hand, knowing: facts)
        try checkLot(of: answer, hand)
        let bookedDays = days(of: hand.goods, knowing: facts)
        let hasNone = answer.word(CountWord.self) == .without
        var hand = hand
        hand.goods.expiry = hasNone ? nil : answer.day
        guard hasNone || answer.day != nil,
            bookedDays.contains(hand.goods.expiry) || canExpire(sku, hand.goods.expiry)
        else {
            throw .badParams(
                param: "code", problem: "\"\(answer.text)\" is no day on which \(sku.id) expires, such as 2027-01-31")
        }
        return Step(next: state.holding(hand, at: .quantity))
    }

    /// A number is the count of all in hand; the item's code again is one piece more, a case's code a case more.
    static func accept(
        count answer: Answer, of hand: GoodsCount, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        if let pieces = facts.scanned.pieces {
            try checkLot(of: answer, hand)
            let more = GoodsCount(hand.goods, hand.quantity + pieces)
            try check(more, at: state)
            return Step(next: state.holding(more, at: .quantity))
        }
        if answer.word(CountWord.self) == .done { return Step(next: state.counting(hand)) }
        guard let keyed = answer.number else { throw wrongItem(answer, hand) }
        let count = GoodsCount(hand.goods, keyed)
        try check(count, at: state)
        return Step(next: state.counting(count))
    }

    /// Whether what the books have and nobody named is not there: nothing is counted as gone before that is said.
    static func confirm(
        _ answer: Answer, of task: WorkTask, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        switch answer.word(CountWord.self) {
        case .yes?:
            let gone = facts.unnamed(of: task, by: state).map { GoodsCount($0, 0) }
            return conclude(state.counted + gone, at: state, knowing: facts)
        case .no?: return Step(next: state.moved(to: .item))
        case .done?, .without?, nil:
            throw .badParams(
                param: "code", problem: "\"\(answer.text)\" is neither yes, nothing else lies here, nor no")
        }
    }
}

// MARK: How many

extension CountingMachine {
    /// The bin is counted: what differs within the limits, or was found so before, is booked. The rest is counted again
    /// by somebody else, or waits for a lead.
    private static func conclude(
        _ counted: [GoodsCount], at state: CountingState, knowing facts: CountingFacts
    ) -> Step {
        let verdict = CountVerdict(
            of: counted.summed, books: facts.books, first: facts.progress.first, limits: facts.limits)
        let freed = facts.progress.freed(by: counted, verdict)
        let end: CountingEffect =
            if !verdict.again.isEmpty {
                .countAgain(verdict.again + verdict.forLead)
            } else if !verdict.forLead.isEmpty {
                .askLead(verdict.forLead)
            } else {
                .complete(verdict.booked)
            }
        let booking: [CountingEffect] = verdict.booked.isEmpty ? [] : [.book(verdict.booked)]
        let freeing: [CountingEffect] = freed.isEmpty ? [] : [.free(freed)]
        return Step(next: CountingState(tour: state.tour), effects: booking + freeing + [end])
    }

    /// Whether one more count of the bin can be kept.
    private static func checkRoom(for state: CountingState) throws(Refusal) {
        guard state.counted.count >= Limits.countsInBinMax else { return }
        throw .notHere(
            place: state.at.rawValue,
            hint: "\(Limits.countsInBinMax) counts are as many as one bin takes here: *UNDO, and key the pieces of one "
                + "kind as one number; or *SKIP, and the lead books the bin in parts with stock.count")
    }

    /// With what was counted of the same goods before.
    private static func check(_ count: GoodsCount, at state: CountingState) throws(Refusal) {
        let sum = state.counted.quantity(of: count.goods) + count.quantity
        guard sum <= Limits.quantityMax else {
            throw .tooMany(expected: Limits.quantityMax, given: sum, of: count.goods.sku.text)
        }
    }

    static func wrongItem(_ answer: Answer, _ hand: GoodsCount) -> Refusal {
        .wrongItem(expected: hand.goods.sku.text, scanned: answer.text, scannedIs: "")
    }
}

extension CountingFacts {
    fileprivate func skuInHand() throws(Refusal) -> SKU {
        guard let sku else {
            throw .notAllowed(as: .emptyHands, of: "tour \(tour.row)", wanted: .goodsToCount)
        }
        return sku
    }
}
