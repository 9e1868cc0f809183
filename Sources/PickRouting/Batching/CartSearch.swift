/// Shortens the walks of filled carts by moving single orders and swapping two, and by disturbing what cannot
/// be shortened any more.
///
/// Henn, Koch, Doerner, Strauss and Wäscher 2010, "Metaheuristics for the order batching problem in manual
/// order picking systems". A walk with an order more is never shorter, which spares most measures.
struct CartSearch {
    private static let swapsPerDisturbance = 2...4
    /// One empty cart for every so many, where orders may have to go ahead of others.
    private static let cartsPerEmpty = 4

    /// Carts may be longer than the best by one part in so many, ever less towards the end.
    private static let slack = 100

    private let load: BatchLoad
    private(set) var carts: [Cart]
    /// A new number whenever a cart changes; pairs of carts that were searched in vain are not searched again.
    private var versions: [Int]
    private var nextVersion: Int
    private var searched: [Int: Int] = [:]
    /// By order: the length of its cart's walk without it, and the version of the cart that holds for.
    private var lengthWithout: [(version: Int, lengthMM: Int)]
    /// By order and cart: the length of the cart's walk with the order too, and the cart's version.
    private var lengthWith: [(version: Int, lengthMM: Int)]
    /// How many walks may still be measured.
    private var measuresLeft = 0

    /// How late the orders are with the carts as they stand.
    private var latenessMillis = 0

    init(_ carts: [Cart], in load: BatchLoad) {
        self.load = load
        let empty = load.hasDue ? 1 + carts.count / Self.cartsPerEmpty : 0
        self.carts = carts + Array(repeating: Cart([], in: load), count: empty)
        versions = Array(self.carts.indices)
        nextVersion = versions.count
        lengthWithout = Array(repeating: (-1, 0), count: load.orders.count)
        lengthWith = Array(repeating: (-1, 0), count: load.orders.count * versions.count)
        latenessMillis = lateness()
    }

    var totalMM: Int { carts.reduce(0) { $0 + $1.lengthMM } }

    /// Begins with other carts where they are better.
    mutating func begin(with others: [Cart]) {
        let other = CartSearch(others, in: load)
        if (other.latenessMillis, other.totalMM) < (latenessMillis, totalMM) { self = other }
    }

    /// - Parameters:
    ///   - disturbances: how often the carts are disturbed and improved again, at most.
    ///   - measures: how many walks may be measured.
    ///   - bound: a length that cannot be undercut.
    mutating func run(disturbances: Int, measures: Int, bound: Int, seed: UInt64) {
        measuresLeft = measures
        settle(carts.indices.map { $0 })
        guard carts.count > 1 else { return }
        var random = SplitMix64(seed: seed)
        var best = (carts: carts, late: latenessMillis, mm: totalMM)
        for round in 0..<disturbances where measuresLeft > 0 && (best.late, best.mm) > (0, bound) {
            let before = (carts: carts, versions: versions, late: latenessMillis, mm: totalMM)
            settle(disturb(&random))
            let (late, mm) = (latenessMillis, totalMM)
            if (late, mm) < (best.late, best.mm) { best = (carts, late, mm) }
            let slackMM = best.mm / Self.slack * (disturbances - round) / disturbances
            if (late, mm) > (best.late, best.mm + slackMM), (late, mm) > (before.late, before.mm) {
                (carts, versions, latenessMillis) = (before.carts, before.versions, before.late)
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
    private mutating func settle(_ changed: [Int]) {
        var changed = changed
        while measuresLeft > 0, let cart = changed.popLast() {
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
        min(versions[first], versions[second]) << 32 | max(versions[first], versions[second])
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
            // The search looks at every pair of carts from both sides; one side is enough for swaps.
            if from > to { continue }
            for other in carts[to].orders where swapPays(order, from, other, to) {
                let (first, second) = (carts[from].orders, carts[to].orders)
                replace(
                    (from, first.filter { $0 != order } + [other]), (to, second.filter { $0 != other } + [order]))
                return true
            }
        }
        return false
    }

    private mutating func movePays(_ order: Int, _ from: Int, _ to: Int) -> Bool {
        let now = carts[from].lengthMM + carts[to].lengthMM
        let left = shortened(from, without: order)
        guard load.hasDue || left + carts[to].lengthMM < now, load.fits(carts[to].orders, with: order) else {
            return false
        }
        let joined = lengthened(to, with: order)
        guard load.hasDue || left + joined < now else { return false }
        return pays([
            (from, carts[from].orders.filter { $0 != order }, left), (to, carts[to].orders + [order], joined),
        ])
    }

    private mutating func swapPays(_ order: Int, _ from: Int, _ other: Int, _ to: Int) -> Bool {
        let now = carts[from].lengthMM + carts[to].lengthMM
        let mayBeLonger = load.orders[order].dueS != load.orders[other].dueS
        if !mayBeLonger {
            let (left, otherLeft) = (shortened(from, without: order), shortened(to, without: other))
            guard left + otherLeft < now else { return false }
            // An order rarely costs less to add where another has just left: what joining the full carts costs
            // tells the swaps worth measuring.
            let estimate =
                left + otherLeft + lengthened(from, with: other) + lengthened(to, with: order) - now
            guard estimate < now else { return false }
        }
        guard load.fits(carts[from].orders, without: order, with: other),
            load.fits(carts[to].orders, without: other, with: order)
        else { return false }
        let first = carts[from].orders.filter { $0 != order } + [other]
        let second = carts[to].orders.filter { $0 != other } + [order]
        let firstLength = measure(load.places(of: first))
        guard mayBeLonger || firstLength + shortened(to, without: other) < now else { return false }
        return pays([(from, first, firstLength), (to, second, measure(load.places(of: second)))])
    }

    private mutating func shortened(_ cart: Int, without order: Int) -> Int {
        if lengthWithout[order].version == versions[cart] { return lengthWithout[order].lengthMM }
        let rest = carts[cart].orders.filter { $0 != order }
        let length = rest.isEmpty ? 0 : measure(load.places(of: rest))
        lengthWithout[order] = (versions[cart], length)
        return length
    }

    private mutating func lengthened(_ cart: Int, with order: Int) -> Int {
        let place = order * carts.count + cart
        if lengthWith[place].version == versions[cart] { return lengthWith[place].lengthMM }
        var union = carts[cart].places
        union.formUnion(load.sets[order])
        let length = measure(union)
        lengthWith[place] = (versions[cart], length)
        return length
    }

    private mutating func measure(_ places: PlaceSet) -> Int {
        measuresLeft -= 1
        return load.measure.lengthMM(of: places)
    }

    private mutating func replace(_ cart: Int, _ orders: [Int]) {
        carts[cart] = Cart(orders, in: load)
        versions[cart] = nextVersion
        nextVersion += 1
    }

    private mutating func replace(_ first: (cart: Int, orders: [Int]), _ second: (cart: Int, orders: [Int])) {
        replace(first.cart, first.orders)
        replace(second.cart, second.orders)
        latenessMillis = lateness()
    }

    /// Swaps a few random orders between random carts, fitting or not at all; returns the carts touched.
    private mutating func disturb(_ random: inout SplitMix64) -> [Int] {
        var touched: [Int] = []
        let swaps = Self.swapsPerDisturbance.lowerBound + random.next(below: Self.swapsPerDisturbance.count)
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
