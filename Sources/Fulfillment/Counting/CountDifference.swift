import Domain
import JSON
import Operations

/// Goods of which something else was counted than the books had.
struct CountDifference: Equatable, Sendable {
    let goods: BinGoods
    /// Pieces by the books, at the count's first scan.
    let expected: Int
    let counted: Int

    /// Pieces more or, below zero, fewer.
    var change: Int { counted - expected }
}

extension CountDifference {
    /// Nil where it is not what ``json`` writes.
    init?(json: JSONObject) {
        guard let goods = BinGoods(json: json), let expected = json["expected"]?.int,
            let counted = json["counted"]?.int
        else { return nil }
        self.init(goods: goods, expected: expected, counted: counted)
    }

    var json: JSONObject {
        var object = goods.json
        object["expected"] = .int(expected)
        object["counted"] = .int(counted)
        return object
    }
}

extension StockCount.Difference {
    init(_ difference: CountDifference) {
        self.init()
        let goods = difference.goods
        (sku, client, expiry) = (goods.sku, goods.client, goods.expiry)
        lot = goods.lot.isEmpty ? nil : goods.lot
        (expected, counted, change) = (difference.expected, difference.counted, difference.change)
    }
}
