import Domain
import JSON

/// What a task of counting remembers from scan to scan, and from one count to the next.
///
/// A bin has 40 PEN and 12 CUP by the books, and all of it is to be counted:
///
/// 1. The first scan notes both as `books`, and both are ``wanted(of:)``.
/// 2. Anna counts 12 CUP and 10 PEN. A difference of 30 PEN is too large to be booked on one count: it becomes `first`.
///    Nothing else is left to count, so the task is covered, and PEN alone is wanted of the next who counts.
/// 3. Bert counts 10 PEN too. Two counts agree, so the difference is booked, and the task is done. Had he counted 25,
///    that would be `first` now, for a third.
///
/// Had somebody missed 3 CUP that by the books were brought back here, they would be `held`, and CUP wanted, covered or
/// not: they may be picked again once a count finds them.
struct CountProgress: Equatable, Sendable {
    /// Who counts is not shown what the books have.
    var isBlind = false
    /// What the books had at the first scan, of all goods in the bin; nil before it.
    var books: [GoodsCount]?
    /// Differences that the count before found, too large to be booked on its word: they are counted again.
    var first: [CountDifference] = []
    /// Whether all that the task is about has been counted once, so that only `first` and `held` are left.
    var isCovered = false
    /// Pieces that the books have there and that may be elsewhere, or nowhere: they are on hold until they are counted.
    var held: [GoodsCount] = []
}

extension CountProgress {
    init(of task: WorkTask) throws(Refusal) {
        guard let progress = CountProgress(json: task.work.facts) else {
            throw .unreadable("task \(task.row): its facts are \(JSONValue.object(task.work.facts))")
        }
        self = progress
    }

    /// Nil where it is not what ``json`` writes.
    init?(json: JSONObject) {
        guard let isBlind = json.flag("blind"), let isCovered = json.flag("covered") else { return nil }
        (self.isBlind, self.isCovered) = (isBlind, isCovered)
        if let list = json["books"] {
            guard let books = list.array?.all(GoodsCount.init(json:)) else { return nil }
            self.books = books
        }
        if let list = json["first"] {
            guard let first = list.array?.all(CountDifference.init(json:)) else { return nil }
            self.first = first
        }
        if let list = json["held"] {
            guard let held = list.array?.all(GoodsCount.init(json:)) else { return nil }
            self.held = held
        }
    }

    var json: JSONObject {
        var object = JSONObject()
        if isBlind { object["blind"] = true }
        if isCovered { object["covered"] = true }
        object["books"] = books.map { .array($0.map { .object($0.json) }) }
        if !first.isEmpty { object["first"] = .array(first.map { .object($0.json) }) }
        if !held.isEmpty { object["held"] = .array(held.map { .object($0.json) }) }
        return object
    }
}

extension [JSONValue] {
    /// Every element read; nil where one cannot be.
    func all<Value>(_ read: (JSONObject) -> Value?) -> [Value]? {
        var values: [Value] = []
        for element in self {
            guard let value = element.object.flatMap(read) else { return nil }
            values.append(value)
        }
        return values
    }
}

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
