import Domain

/// Which goods an answer names, down to lot and day of expiry.
extension CountingMachine {
    /// The goods that a code names, of those that the task is about.
    static func itemNamed(
        in answer: Answer, of task: WorkTask, knowing facts: CountingFacts
    ) throws(Refusal) -> ScannedItem {
        let items = facts.scanned.items.filter { task.countScope.covers($0.sku.client, $0.sku.id) }
        guard let first = items.first else {
            let expected = task.work.sku?.text ?? "goods in \(task.work.sourceBin?.text ?? "")"
            throw .wrongItem(expected: expected, scanned: answer.text, scannedIs: "")
        }
        if items.count == 1 { return first }
        let here = items.filter { !facts.bookedGoods($0.sku.client, $0.sku.id).isEmpty }
        guard here.count == 1 else {
            throw .ambiguousCode(
                answer.text, meanings: items.map { $0.sku.client.isEmpty ? "\($0)" : "\($0) of \($0.sku.client)" })
        }
        return here[0]
    }

    /// On to the day of expiry where the lot is known, else to the lot.
    static func findLot(
        _ read: String?, of hand: GoodsCount, _ sku: SKU, at state: CountingState, knowing facts: CountingFacts
    ) -> Step {
        let lots = Set(facts.bookedGoods(sku.client, sku.id).map(\.lot))
        let isTracked = sku.track.contains(.lot)
        var hand = hand
        if let read, isTracked || lots.contains(read) {
            hand.goods.lot = read
        } else if isTracked || lots.count > 1 {
            return Step(next: state.holding(hand, at: .lot))
        } else {
            hand.goods.lot = lots.first ?? ""
        }
        return findExpiry(of: hand, sku, at: state, knowing: facts)
    }

    /// On to the quantity where the day of expiry is known, else to the day: it was in the code, or the books have one
    /// alone.
    static func findExpiry(
        of hand: GoodsCount, _ sku: SKU, at state: CountingState, knowing facts: CountingFacts
    ) -> Step {
        let bookedDays = days(of: hand.goods, knowing: facts)
        var hand = hand
        if let read = hand.goods.expiry, bookedDays.contains(read) || canExpire(sku, read) {
            return Step(next: state.holding(hand, at: .quantity))
        }
        let isOpen = bookedDays.count > 1 || (sku.track.contains(.expiry) && bookedDays.allSatisfy { $0 == nil })
        hand.goods.expiry = isOpen ? nil : bookedDays.first ?? nil
        return Step(next: state.holding(hand, at: isOpen ? .expiry : .quantity))
    }

    /// The lot that an answer names: of a GS1 code, one that the books have, or any text that names nothing else here;
    /// nil where it names something else.
    static func lotNamed(in answer: Answer, of sku: SKU, knowing facts: CountingFacts) -> String? {
        if let lot = answer.scan.lot { return lot }
        let (text, word) = (answer.scan.text, answer.word(CountWord.self))
        let lots = facts.bookedGoods(sku.client, sku.id).map(\.lot)
        if lots.contains(text) { return text }
        if word == .without && lots.contains("") { return "" }
        return word != nil || facts.scanned.isKnown ? nil : text
    }

    /// A GS1 code with a lot or a day of expiry is one of the goods in hand.
    static func checkGoods(
        of answer: Answer, _ hand: GoodsCount, knowing facts: CountingFacts
    ) throws(Refusal) {
        let isOfGoods = answer.scan.gtin != nil && (answer.scan.lot != nil || answer.day != nil)
        if isOfGoods && facts.scanned.pieces == nil { throw wrongItem(answer, hand) }
    }

    static func checkLot(of answer: Answer, _ hand: GoodsCount) throws(Refusal) {
        guard let lot = answer.scan.lot, !hand.goods.lot.isEmpty, lot != hand.goods.lot else { return }
        throw .wrongLot(
            expected: hand.goods.lot, scanned: lot, scannedIs: "another lot of \(hand.goods.sku)")
    }

    /// The days of expiry that the books have of goods, whatever theirs is; nil among them for goods without one.
    static func days(of goods: BinGoods, knowing facts: CountingFacts) -> [Day?] {
        var days: [Day?] = []
        for booked in facts.bookedGoods(goods.client, goods.sku)
        where booked.lot == goods.lot && !days.contains(booked.expiry) {
            days.append(booked.expiry)
        }
        return days
    }

    static func canExpire(_ sku: SKU, _ day: Day?) -> Bool { sku.track.contains(.expiry) && day != nil }
}
