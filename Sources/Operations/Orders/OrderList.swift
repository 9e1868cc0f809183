public import Domain

/// `order.list`
public struct OrderList: Operation {
    public var order: OrderID?
    public var stage: OrderStage?
    public var sku: SKUID?
    public var driver: DriverID?
    public var warehouse: WarehouseCode?
    public var client: ClientID?
    public var flag: OrderFlag?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "order.list", Role.allCases,
        "The orders, by client and id; with sku, by client and warehouse, those that hold promises of it first, by urgency.",
        refusals: [.unknownWarehouse])

    public static let fields: [Field<OrderList>] =
        [
            .optional("order_id", \.order, .orderID, "Only this order, be it in the archive."),
            .optional(
                "stage", \.stage, .word(of: OrderStage.reached),
                "Only orders in this stage; closed ones lie in the archive, which is read by order_id only."),
            .optional("sku", \.sku, .sku, "Only orders with this SKU."),
            .optional("driver", \.driver, .id(), "Only orders of this driver."),
            .optional("warehouse", \.warehouse, .warehouse, "Only orders of this warehouse."),
            .optional("client", \.client, .client, "Only orders of this client; \"\" for those of none."),
            .optional(
                "flag", \.flag, .word(of: OrderFlag.kept),
                "Only orders with this flag, such as those that wait after a release."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var orders: [OrderSummary] = []
        public var hasMore = false
        public var after: String?

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("orders", \.orders, of: .record(), "The orders."),
            .required("more", \.hasMore, .flag, "Whether there are more, or may be."),
            .optional("after", \.after, .note, "Where the next page begins."),
        ]
    }
}

extension OrderList: ListOperation {}

extension OrderList.Result: ListPage {
    public var rows: [OrderSummary] { orders }
    public var next: String? { after }
}
