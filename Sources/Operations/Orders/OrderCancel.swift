public import Domain

/// `order.cancel`
public struct OrderCancel: Operation {
    public var name = OrderName()
    public var reason: String?

    public init() {}

    public static let declaration = Declaration.change(
        "order.cancel", [.oms],
        "Cancels an order before its last parcel leaves; pieces that were picked are brought back first. "
            + "Parcels that a driver has go on: the order is in transit when the rest is back.",
        refusals: [.unknownOrder, .wrongState])

    public static let fields: [Field<OrderCancel>] =
        .members(of: \.name) + [.optional("reason", \.reason, .note, "Why.")]

    public struct Result: Record {
        public var order = OrderID("")
        public var client = ClientID("")
        public var stage = OrderStage.accepted
        public var flags: [OrderFlag] = []
        /// Pieces.
        public var putBack = 0

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("order_id", \.order, .orderID, "The order."),
            .client(\.client),
            .required("stage", \.stage, .word(), "How far it is: cancelled once everything is back."),
            .rows("flags", \.flags, of: .word(), "What stands beside the stage."),
            .required("put_back", \.putBack, .count, "Pieces that somebody has yet to bring back."),
        ]
    }
}
