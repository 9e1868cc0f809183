public import Domain

/// Which order is meant: its id, and whose it is.
public struct OrderName: Record, Equatable {
    public var order = OrderID("")
    public var client = ClientID("")

    public init() {}
    public init(_ order: OrderID, of client: ClientID) { (self.order, self.client) = (order, client) }

    public static let fields: [Field<OrderName>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .client(\.client),
    ]
}

/// How far an order is after a change.
public struct OrderProgress: Record {
    public var order = OrderID("")
    public var client = ClientID("")
    public var stage = OrderStage.accepted

    public init() {}

    public static let fields: [Field<OrderProgress>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .client(\.client),
        .required("stage", \.stage, .word(), "How far it is."),
    ]
}
