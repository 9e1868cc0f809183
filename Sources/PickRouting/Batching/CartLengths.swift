/// A cache of how long walks are with one order more and with one less on a cart: measured once for each version
/// of a cart, and no more often than allowed.
struct CartLengths {
    private let load: BatchLoad
    private let cartCount: Int
    /// How many walks may still be measured.
    var measuresLeft = 0
    /// By order: the length of its cart's walk without it, and the version of the cart that holds for.
    private var lengthWithout: [(version: Int, lengthMM: Int)]
    /// By order and cart: the length of the cart's walk with the order too, and the cart's version.
    private var lengthWith: [(version: Int, lengthMM: Int)]

    init(_ load: BatchLoad, cartCount: Int) {
        self.load = load
        self.cartCount = cartCount
        lengthWithout = Array(repeating: (-1, 0), count: load.orders.count)
        lengthWith = Array(repeating: (-1, 0), count: load.orders.count * cartCount)
    }

    /// The walk of a cart without one of its orders.
    mutating func without(_ order: Int, on cart: Cart) -> Int {
        if lengthWithout[order].version == cart.version { return lengthWithout[order].lengthMM }
        let rest = cart.orders.filter { $0 != order }
        let lengthMM = rest.isEmpty ? 0 : measured(rest)
        lengthWithout[order] = (cart.version, lengthMM)
        return lengthMM
    }

    /// The walk of a cart, the one of this number, with another order.
    mutating func with(_ order: Int, on cart: Cart, number: Int) -> Int {
        let place = order * cartCount + number
        if lengthWith[place].version == cart.version { return lengthWith[place].lengthMM }
        var union = cart.places
        union.formUnion(load.sets[order])
        let lengthMM = measured(union)
        lengthWith[place] = (cart.version, lengthMM)
        return lengthMM
    }

    /// The walk for some orders.
    mutating func measured(_ orders: [Int]) -> Int { measured(load.places(of: orders)) }

    private mutating func measured(_ places: PlaceSet) -> Int {
        measuresLeft -= 1
        return load.measure.lengthMM(of: places)
    }
}
