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
        "Reserves stock in bins for one order or for all that wait, and gives them to the floor.",
        rules: [.exactlyOne(["order_id", "all"])],
        refusals: [.unknownOrder, .unknownWarehouse, .wrongState], takesBareWord: true)

    public static let fields: [Field<OrderRelease>] = [
        .optional("order_id", \.order, .orderID, "One order."),
        .flag(
            "all", \.isAll,
            "Every order that waits, one after the other: the same again says how far it has come."),
        .optional("client", \.client, .client, "Whose order; with all, only this client's orders."),
        .optional("warehouse", \.warehouse, .warehouse, "Only orders of this warehouse."),
    ]

    /// Counts: who waits on, order.list says by stage, and why order.explain.
    public struct Result: Record, Equatable {
        public var released = 0
        public var waiting = 0
        public var left = 0
        public var why: String?

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("released", \.released, .count, "Orders that are released now."),
            .required("waiting", \.waiting, .count, "Orders that were checked and wait on."),
            .required(
                "left", \.left, .count,
                "Orders that are yet to be checked, which goes on by itself; at least so many."),
            .optional("why", \.why, .sentence, "What the one order waits for."),
        ]
    }
}
