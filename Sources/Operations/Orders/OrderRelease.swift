public import Domain
import LineProtocol

/// `order.release`
public struct OrderRelease: Operation {
    public var order: OrderID?
    public var isAll = false
    public var client: ClientID?
    public var warehouse: WarehouseCode?

    public init() {}

    public static let declaration = Declaration.change(
        "order.release", [],
        "Reserves stock in bins for one order or for all that wait, and plans the tours.",
        rules: [.exactlyOne(["order_id", "all"])],
        refusals: [.unknownOrder, .unknownWarehouse, .wrongState])

    public static let fields: [Field<OrderRelease>] = [
        .optional("order_id", \.order, .orderID, "One order."),
        .flag("all", \.isAll, "Every order that waits."),
        .optional("client", \.client, .client, "Whose order; with all, only this client's orders."),
        .optional("warehouse", \.warehouse, .warehouse, "Only orders of this warehouse."),
    ]

    public struct Result: Record {
        public var released: [OrderID] = []
        public var waiting: [Waiting] = []
        public var tours: [TourRow] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("released", \.released, of: .orderID, "The orders that are released now."),
            .rows("waiting", \.waiting, of: .record(), "The orders that wait on."),
            .rows("tours", \.tours, of: .row(), "The tours that were planned."),
        ]
    }

    /// An order that could not be released.
    public struct Waiting: Record {
        public var order = OrderID("")
        public var client = ClientID("")
        public var why = ""

        public init() {}

        public static let fields: [Field<Waiting>] = [
            .required("order_id", \.order, .orderID, "The order."),
            .client(\.client),
            .required("why", \.why, .sentence, "What it waits for."),
        ]
    }
}
