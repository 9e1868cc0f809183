public import Domain

/// `order.allocate`
public struct OrderAllocate: Operation {
    public var order = OrderRequest()

    public init() {}

    public static let declaration = Declaration.change(
        "order.allocate", [.oms],
        "Accepts an allocated order and promises its quantities; the same order again is acknowledged again.",
        refusals: [
            .orderConflict, .capacityMismatch, .unknownSKU, .unknownUnit, .unknownWarehouse, .stockShort,
        ])

    public static let fields: [Field<OrderAllocate>] = [
        .required("order", \.order, .record(), "The order, in the allocation engine's words.")
    ]

    public struct Result: Record {
        public var order = OrderID("")
        public var client = ClientID("")
        public var revision = 1
        public var stage = OrderStage.accepted
        public var warehouse = WarehouseCode("")

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("order_id", \.order, .orderID, "The order."),
            .client(\.client),
            .required("revision", \.revision, .count, "Counts the changes of what was asked for."),
            .required("stage", \.stage, .word(), "How far the order is."),
            .required("warehouse", \.warehouse, .warehouse, "Where it is picked."),
        ]
    }
}
