/// What a demonstration is to show.
public struct DemoOptions: Sendable {
    /// Files of orders and boxes in the formats of `wms plan boxes`.
    public struct OrderFiles: Sendable {
        public var orders: String
        public var boxes: String

        public init(orders: String, boxes: String) { (self.orders, self.boxes) = (orders, boxes) }
    }

    /// The daemon's program, which is run with `serve`.
    public var program: String
    /// The layout file of the warehouse.
    public var layout: String
    /// The folder of the label templates.
    public var labels: String
    /// The folder to work in, new or empty; a new one among the temporary files where nil.
    public var keep: String?
    /// The orders to work; where nil, one order is shown step by step and then a shift of made-up orders.
    public var orderFiles: OrderFiles?
    /// Orders of the shift.
    public var shiftOrders = 240
    /// Pickers at work, from 1 on.
    public var pickers = 4
    /// Packers at work, from 1 on.
    public var packers = 3
    /// Fixes the catalogue, the stock and the orders of the shift.
    public var seed: UInt64 = 1

    /// - Parameters:
    ///   - program: the daemon's program.
    ///   - layout: the layout file of the warehouse.
    ///   - labels: the folder of the label templates.
    public init(program: String, layout: String, labels: String) {
        (self.program, self.layout, self.labels) = (program, layout, labels)
    }
}
