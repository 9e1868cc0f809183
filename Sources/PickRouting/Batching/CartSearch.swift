internal import Common

/// Shortens the walks of filled carts: orders are moved and swapped until nothing is gained, then a few are swapped
/// at random, and so on.
///
/// Henn, Koch, Doerner, Strauss and Wäscher 2010, "Metaheuristics for the order batching problem in manual
/// order picking systems". A walk with one order more is never shorter, which spares most measures.
struct CartSearch {
    let parameters: Parameters
    let load: BatchLoad
    private(set) var carts: [Cart]
    private var nextVersion: Int
    /// By pair of carts, their versions when a search of the pair found nothing: it is not searched again.
    private var searched: [Int: Int] = [:]
    private var lengths: CartLengths
    /// How late the orders are with the carts as they stand.
    private var latenessMillis = 0

    init(_ carts: [Cart], in load: BatchLoad, parameters: Parameters = Parameters()) {
        self.parameters = parameters
        self.load = load
        let empty = load.hasDue ? 1 + carts.count / parameters.cartsPerEmpty : 0
        self.carts = carts + Array(repeating: Cart([], in: load), count: empty)
        nextVersion = self.carts.count
        lengths = CartLengths(load, cartCount: nextVersion)
        for cart in self.carts.indices { self.carts[cart].version = cart }
        latenessMillis = lateness()
    }

    var totalMM: Int { carts.reduce(0) { $0 + $1.lengthMM } }

    /// Begins with other carts where they are better.
    mutating func begin(with others: [Cart]) {
        let other = CartSearch(others, in: load, parameters: parameters)
        if (other.latenessMillis, other.totalMM) < (latenessMillis, totalMM) { self = other }
    }

    /// - Parameters:
    ///   - perturbations: how often the carts are perturbed and improved again, at most.
    ///   - measures: how many walks may be measured.
    ///   - bound: a length that cannot be undercut.
    mutating func run(perturbations: Int, measures: Int, bound: Int, seed: UInt64) {
        lengths.measuresLeft = measures
        improve(around: carts.indices.map { $0 })
        guard carts.count > 1 else { return }
        var random = SplitMix64(seed: seed)
        var best = (carts: carts, late: latenessMillis, mm: totalMM)
        for round in 0..<perturbations where lengths.measuresLeft > 0 && (best.late, best.mm) > (0, bound) {
            let before = (carts: carts, late: latenessMillis, mm: totalMM)
            improve(around: perturb(&random))
            let (late, mm) = (latenessMillis, totalMM)
            if (late, mm) < (best.late, best.mm) { best = (carts, late, mm) }
            let slackMM = best.mm / parameters.slackParts * (perturbations - round) / perturbations
            if (late, mm) > (best.late, best.mm + slackMM), (late, mm) > (before.late, before.mm) {
                (carts, latenessMillis) = (before.carts, before.late)
            }
        }
        carts = best.carts
    }

    private func lateness() -> Int {
        guard load.hasDue else { return 0 }
        let filled = carts.map { (orders: $0.orders, lengthMM: $0.lengthMM) }
        return TourSchedule(filled, in: load).latenessMillis(filled, in: load)
    }

    /// Whether two carts are better filled like this, all others as they stand.
    private func pays(_ changes: [(cart: Int, orders: [Int], lengthMM: Int)]) -> Bool {
        let lengthMM = changes.reduce(totalMM) { $0 + $1.lengthMM - carts[$1.cart].lengthMM }
        guard load.hasDue else { return lengthMM < totalMM }
        var filled = carts.map { (orders: $0.orders, lengthMM: $0.lengthMM) }
        for change in changes { filled[change.cart] = (change.orders, change.lengthMM) }
        let late = TourSchedule(filled, in: load).latenessMillis(filled, in: load)
        return (late, lengthMM) < (latenessMillis, totalMM)
    }

    /// Improves until no move of one order and no swap of two between a changed cart and any other pays.
    private mutating func improve(around changed: [Int]) {
        var changed = changed
        while lengths.measuresLeft > 0, let cart = changed.popLast() {
            for other in carts.indices where other != cart && !isSearched(cart, other) {
                if improve(cart, other) || improve(other, cart) {
                    for touched in [other, cart] where !changed.contains(touched) { changed.append(touched) }
                    break
                }
                noteSearched(cart, other)
            }
        }
    }

    private func pair(_ first: Int, _ second: Int) -> Int {
        let (one, other) = (carts[first].version, carts[second].version)
        assert(one != other && max(one, other) < 1 << 31, "two versions make one key")
        return min(one, other) << 32 | max(one, other)
    }

    private func isSearched(_ first: Int, _ second: Int) -> Bool {
        searched[min(first, second) << 32 | max(first, second)] == pair(first, second)
    }

    private mutating func noteSearched(_ first: Int, _ second: Int) {
        searched[min(first, second) << 32 | max(first, second)] = pair(first, second)
    }

    /// Moves an order from one cart to the other, or swaps it with one of the other's, where that pays.
    private mutating func improve(_ from: Int, _ to: Int) -> Bool {
        for order in carts[from].orders {
            if movePays(order, from, to) {
                replace(
                    (from, carts[from].orders.filter { $0 != order }), (to, carts[to].orders + [order]))
                return true
            }
            // Every pair of carts is searched from both sides; one side is enough for swaps.
            if from > to { continue }
            for other in carts[to].orders where swapPays(order, from, other, to) {
                let (first, second) = (carts[from].orders, carts[to].orders)
                replace(
                    (from, first.filter { $0 != order } + [other]),
                    (to, second.filter { $0 != other } + [order]))
                return true
            }
        }
        return false
    }

    private mutating func movePays(_ order: Int, _ from: Int, _ to: Int) -> Bool {
        let now = carts[from].lengthMM + carts[to].lengthMM
        let left = lengths.without(order, on: carts[from])
        guard load.hasDue || left + carts[to].lengthMM < now, load.fits(carts[to].orders, with: order) else {
            return false
        }
        let joined = lengths.with(order, on: carts[to], number: to)
        guard load.hasDue || left + joined < now else { return false }
        return pays([
            (from, carts[from].orders.filter { $0 != order }, left), (to, carts[to].orders + [order], joined),
        ])
    }

    private mutating func swapPays(_ order: Int, _ from: Int, _ other: Int, _ to: Int) -> Bool {
        let now = carts[from].lengthMM + carts[to].lengthMM
        let mayBeLonger = load.orders[order].dueS != load.orders[other].dueS
        if !mayBeLonger {
            let (left, otherLeft) = (
                lengths.without(order, on: carts[from]), lengths.without(other, on: carts[to])
            )
            guard left + otherLeft < now else { return false }
            // An order rarely costs less to add where another has just left: what it costs to add them to the
            // full carts is an estimate that spares most measures.
            let estimate =
                left + otherLeft + lengths.with(other, on: carts[from], number: from)
                + lengths.with(order, on: carts[to], number: to) - now
            guard estimate < now else { return false }
        }
        guard load.fits(carts[from].orders, without: order, with: other),
            load.fits(carts[to].orders, without: other, with: order)
        else { return false }
        let first = carts[from].orders.filter { $0 != order } + [other]
        let second = carts[to].orders.filter { $0 != other } + [order]
        let firstLength = lengths.measured(first)
        guard mayBeLonger || firstLength + lengths.without(other, on: carts[to]) < now else { return false }
        return pays([(from, first, firstLength), (to, second, lengths.measured(second))])
    }

    private mutating func replace(_ cart: Int, _ orders: [Int]) {
        carts[cart] = Cart(orders, in: load)
        carts[cart].version = nextVersion
        nextVersion += 1
    }

    mutating func replace(_ first: (cart: Int, orders: [Int]), _ second: (cart: Int, orders: [Int])) {
        replace(first.cart, first.orders)
        replace(second.cart, second.orders)
        latenessMillis = lateness()
    }
}
