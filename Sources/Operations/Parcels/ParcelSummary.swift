public import Domain

/// A parcel as lists have it.
public struct ParcelSummary: Record, Equatable {
    public var parcel = ParcelRow(0)
    public var order = OrderID("")
    public var client = ClientID("")
    public var warehouse = WarehouseCode("")
    /// Counted from 1 within the order.
    public var number = 0
    public var state = ParcelState.open
    public var box = BoxID("")
    public var expectedWeightG = 0
    public var sscc: String?
    public var weightG: Int?
    public var station: StationCode?
    public var driver: DriverID?
    public var manifest: ManifestRow?

    public init() {}

    public static let fields: [Field<ParcelSummary>] = [
        .required("parcel", \.parcel, .parcel, "Its number."),
        .required("order_id", \.order, .orderID, "Its order."),
        .client(\.client),
        .required("warehouse", \.warehouse, .warehouse, "Where it is packed."),
        .required("number", \.number, .count, "Which of the order's parcels it is, from 1."),
        .required("state", \.state, .word(), "How far it is."),
        .required("box", \.box, .id(), "The box type."),
        .required("expected_weight_g", \.expectedWeightG, .count, "What contents and tare add up to."),
        .optional("sscc", \.sscc, .sscc, "The number on its label; a parcel that is open has none."),
        .optional("weight_g", \.weightG, .count, "What the scale showed."),
        .optional("station", \.station, .id(), "Where it is, or was, packed."),
        .optional("driver", \.driver, .id(), "Who is to take it."),
        .optional("manifest", \.manifest, .row(), "The manifest that it is on."),
    ]
}
