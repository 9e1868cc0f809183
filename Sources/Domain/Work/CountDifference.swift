public import JSON

/// Goods of which something else was counted than the books had.
public struct CountDifference: Equatable, Sendable {
    public let goods: BinGoods
    /// Pieces by the books, at the count's first scan.
    public let expected: Int
    public let counted: Int

    public init(goods: BinGoods, expected: Int, counted: Int) {
        (self.goods, self.expected, self.counted) = (goods, expected, counted)
    }

    /// Pieces more or, below zero, fewer.
    public var change: Int { counted - expected }
}

extension CountDifference {
    /// Nil where it is not what ``json`` writes.
    public init?(json: JSONObject) {
        guard let goods = BinGoods(json: json), let expected = json["expected"]?.int,
            let counted = json["counted"]?.int
        else { return nil }
        self.init(goods: goods, expected: expected, counted: counted)
    }

    public var json: JSONObject {
        var object = goods.json
        object["expected"] = .int(expected)
        object["counted"] = .int(counted)
        return object
    }
}
