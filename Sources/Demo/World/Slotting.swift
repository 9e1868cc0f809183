import Common
import JSON

/// Which SKU lies in which bin, and how much of it.
struct Slotting {
    /// The params of `stock.receive`, one a row.
    private(set) var rows: [JSONObject] = []
    private(set) var pieces = 0

    /// Spreads the goods over the bins: what is ordered, and half as much again, on two bins each.
    ///
    /// - Parameters:
    ///   - fixed: SKUs whose bin is given.
    ///   - expiry: the last day of goods that have one.
    init(
        _ world: World, bins: [String], fixed: [(sku: String, bin: String)], expiry: String, seed: UInt64
    ) throws(DemoFault) {
        var random = SplitMix64(seed: seed)
        var free = bins.filter { bin in !fixed.contains { $0.bin == bin } }.shuffled(using: &random)
        let demand = world.demand
        for product in world.products {
            let quantity = 6 + (demand[product.sku] ?? 0) * 3 / 2
            if let bin = fixed.first(where: { $0.sku == product.sku })?.bin {
                receive(product, quantity, in: bin, expiry)
                continue
            }
            guard let first = free.popLast(), let second = free.popLast() else {
                throw .layout("the layout has too few pick bins: \(world.products.count) goods need two each")
            }
            receive(product, quantity - quantity / 2, in: first, expiry)
            receive(product, quantity / 2, in: second, expiry)
        }
    }

    private mutating func receive(_ product: Product, _ quantity: Int, in bin: String, _ expiry: String) {
        var row: JSONObject = ["bin": .string(bin), "sku": .string(product.sku), "qty": .int(quantity)]
        if product.hasExpiry { row["expiry"] = .string(expiry) }
        rows.append(row)
        pieces += quantity
    }
}
