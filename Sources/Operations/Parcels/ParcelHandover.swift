public import Domain

/// `parcel.handover`
public struct ParcelHandover: Operation {
    public var code = ""
    public var driver = DriverID("")
    public var warehouse: WarehouseCode?

    public init() {}

    public static let declaration = Declaration.change(
        "parcel.handover", [.driver, .packer], "The driver's scan of a parcel at the dock.",
        refusals: [.unknownParcel, .unknownWarehouse, .wrongDriver, .wrongState])

    public static let fields: [Field<ParcelHandover>] = [
        .required("code", \.code, .code, "The scanned label."),
        .required("driver", \.driver, .id(), "Who takes it."),
        .optional(
            "warehouse", \.warehouse, .warehouse,
            "The dock's warehouse: a parcel of another one is refused."),
    ]

    public struct Result: Record {
        public var parcel = ParcelRow(0)
        public var order = OrderID("")
        public var client = ClientID("")
        public var left = 0
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("parcel", \.parcel, .parcel, "The parcel's number."),
            .required("order_id", \.order, .orderID, "Its order."),
            .client(\.client),
            .required("left", \.left, .count, "Parcels of the order that are still in the house."),
        ]
    }
}
