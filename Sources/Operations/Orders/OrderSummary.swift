public import Domain

/// An order in one line.
public struct OrderSummary: Record {
    public var order = OrderID("")
    public var stage = OrderStage.accepted
    public var flags: [OrderFlag] = []
    public var sla = ""
    public var priority = 0
    public var driver: DriverID?
    public var client = ClientID("")
    public var warehouse = WarehouseCode("")
    public var pickupAt: Instant?

    public init() {}

    public static let fields: [Field<OrderSummary>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("stage", \.stage, .word(), "How far it is."),
        .rows("flags", \.flags, of: .word(), "What stands beside the stage."),
        .required("sla", \.sla, .note, "The promise."),
        .required("priority", \.priority, .count, "Higher goes first."),
        .optional("driver", \.driver, .id(), "Who fetches it."),
        .client(\.client),
        .required("warehouse", \.warehouse, .warehouse, "Where it is picked."),
        .optional("pickup", \.pickupAt, .time, "When the driver comes."),
    ]
}
