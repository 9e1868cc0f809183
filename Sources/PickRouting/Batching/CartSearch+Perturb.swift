internal import Common

extension CartSearch {
    /// Swaps a few random orders between random carts, where they fit.
    ///
    /// - Returns: the carts that changed.
    mutating func perturb(_ random: inout SplitMix64) -> [Int] {
        var touched: [Int] = []
        let swaps = random.next(in: parameters.swapsPerPerturbation)
        for _ in 0..<swaps {
            let from =
                touched.isEmpty ? random.next(below: carts.count) : touched[random.next(below: touched.count)]
            let to = random.next(below: carts.count)
            guard from != to, !carts[from].orders.isEmpty, !carts[to].orders.isEmpty else { continue }
            let order = carts[from].orders[random.next(below: carts[from].orders.count)]
            let other = carts[to].orders[random.next(below: carts[to].orders.count)]
            guard load.fits(carts[from].orders, without: order, with: other),
                load.fits(carts[to].orders, without: other, with: order)
            else { continue }
            replace(
                (from, carts[from].orders.filter { $0 != order } + [other]),
                (to, carts[to].orders.filter { $0 != other } + [order]))
            for cart in [from, to] where !touched.contains(cart) { touched.append(cart) }
        }
        return touched
    }
}
