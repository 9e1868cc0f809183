/// The bounds of what one problem may ask, each with its reason.
public enum RoutingLimits {
    /// Pieces of a line or in a bin, grams or millilitres of an order or on a cart, totes, seconds until an
    /// order is due: sums over all orders, and products with any length on a floor, stay far below 2^63.
    public static let amountMax = 1_000_000_000
    /// A thousand times this, the work that it buys, is counted in whole numbers.
    public static let effortMax = 1_000_000_000
    /// Milliseconds, eleven days: longer than anybody waits for a plan.
    public static let budgetMSMax = 1_000_000_000
    /// Pickers of one batch; more than one building holds.
    public static let pickersMax = 10_000
    /// Seconds for one bin, a day: with as many bins as a plan has, times stay far below 2^63 milliseconds.
    public static let pickSMax = 86_400
    /// Bins offered to all lines of one request: they are read and measured in a second.
    static let candidatesMax = 50_000
    /// Orders in one batch, and the places of them all: a table of orders and carts needs some 100 MB.
    static let ordersMax = 10_000
    static let orderPlacesMax = 200_000
    /// Places of one matrix: a table of this number squared needs 200 MB.
    static let matrixPlacesMax = 5_000
}

extension Int {
    /// The nearest number within the bounds.
    func clamped(to bounds: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, bounds.lowerBound), bounds.upperBound)
    }
}
