public import JSON

/// So many pieces of goods in a bin: as the books have them, or as somebody has counted them.
public struct GoodsCount: Equatable, Sendable {
    public var goods: BinGoods
    public var quantity: Int

    public init(_ goods: BinGoods, _ quantity: Int) { (self.goods, self.quantity) = (goods, quantity) }
}

extension [GoodsCount] {
    public func quantity(of goods: BinGoods) -> Int { reduce(0) { $0 + ($1.goods == goods ? $1.quantity : 0) } }

    public func names(_ goods: BinGoods) -> Bool { contains { $0.goods == goods } }

    /// The same goods once each, in the order in which they come.
    public var summed: [GoodsCount] {
        var sums: [GoodsCount] = []
        for count in self {
            let index = sums.firstIndex { $0.goods == count.goods }
            if let index { sums[index].quantity += count.quantity } else { sums.append(count) }
        }
        return sums
    }
}

extension GoodsCount {
    /// Nil where it is not what ``json`` writes.
    public init?(json: JSONObject) {
        guard let goods = BinGoods(json: json), let quantity = json["qty"]?.int else { return nil }
        self.init(goods, quantity)
    }

    public var json: JSONObject {
        var object = goods.json
        object["qty"] = .int(quantity)
        return object
    }
}
