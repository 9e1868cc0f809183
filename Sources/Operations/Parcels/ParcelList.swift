public import Domain

/// `parcel.list`
public struct ParcelList: Operation {
    public var order: OrderID?
    public var client: ClientID?
    public var state: ParcelState?
    public var driver: DriverID?
    public var warehouse: WarehouseCode?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "parcel.list", Role.allCases, "The parcels.", refusals: [.unknownOrder, .unknownWarehouse])

    public static let fields: [Field<ParcelList>] =
        [
            .optional("order_id", \.order, .orderID, "Only of this order."),
            .optional(
                "client", \.client, .client,
                "Only of this client; beside order_id whose order it is, \"\" where left out."),
            .optional("state", \.state, .word(), "Only in this state."),
            .optional("driver", \.driver, .id(), "Only for this driver."),
            .optional("warehouse", \.warehouse, .warehouse, "Only in this warehouse."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var parcels: [ParcelSummary] = []
        public var hasMore = false
        public init() {}
        public static let fields: [Field<Result>] = [
            .rows("parcels", \.parcels, of: .record(), "The parcels by number."),
            .more(\.hasMore),
        ]
    }
}

extension ParcelList: ListOperation {}

extension ParcelList.Result: ListPage {
    public var rows: [ParcelSummary] { parcels }
    public var next: String? { parcels.last?.parcel.description }
}
