import Domain
import Operations

extension StockCount.Difference {
    init(_ difference: CountDifference) {
        self.init()
        let goods = difference.goods
        (sku, client, expiry) = (goods.sku, goods.client, goods.expiry)
        lot = goods.lot.isEmpty ? nil : goods.lot
        (expected, counted, change) = (difference.expected, difference.counted, difference.change)
    }
}
