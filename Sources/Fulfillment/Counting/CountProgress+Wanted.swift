import Domain

/// What a count still has to come to.
extension CountProgress {
    /// The goods that have to be counted before the task is done: those of `first`, those that are held and, until the
    /// task is covered, all that it is about by the books.
    func wanted(of scope: CountScope) -> [BinGoods] {
        var goods = first.map(\.goods)
        for held in held.map(\.goods) where !goods.contains(held) { goods.append(held) }
        if isCovered { return goods }
        for booked in books ?? [] where booked.quantity > 0 && scope.covers(booked.goods) {
            if !goods.contains(booked.goods) { goods.append(booked.goods) }
        }
        return goods
    }

    /// What has to be counted again once some goods were counted: those of before that were not, and the new ones.
    func first(after counted: [GoodsCount], _ verdict: CountVerdict) -> [CountDifference] {
        first.filter { !counted.names($0.goods) } + verdict.again
    }
}
