public import Domain

/// A tour as `tour.list` has it.
public struct TourSummary: Record, Equatable {
    public var tour = TourRow(0)
    public var warehouse = WarehouseCode("")
    public var kind = WorkKind.pick
    public var state = TourState.planned
    public var start = StationCode("")
    public var finish = StationCode("")
    public var lengthM = 0.0
    public var lowerBoundM = 0.0
    public var byLocationCodeM = 0.0
    public var cart: CartCode?
    public var badge: BadgeID?
    public var picks: [Pick] = []

    public init() {}

    public static let fields: [Field<TourSummary>] = [
        .required("tour", \.tour, .row(), "Its number."),
        .required("warehouse", \.warehouse, .warehouse, "In which warehouse."),
        .required("kind", \.kind, .word(), "What is done on it."),
        .required("state", \.state, .word(), "How far it is."),
        .required("start", \.start, .id(), "The station that it begins at."),
        .required("finish", \.finish, .id(), "The station that it ends at."),
        .required("length_m", \.lengthM, .metres, "How long the walk is, in metres."),
        .required(
            "lower_bound_m", \.lowerBoundM, .metres, "No walk through its stops can be shorter than this."),
        .required(
            "by_location_code_m", \.byLocationCodeM, .metres,
            "How long it would be in the order of the bins' addresses."),
        .optional("cart", \.cart, .id(), "The cart that it is planned for."),
        .optional("badge", \.badge, .id(), "Who walks it."),
        .rows("picks", \.picks, of: .record(), "What is picked, in walking order."),
    ]
}

extension TourSummary {
    /// A pick of a tour.
    public struct Pick: Record, Equatable {
        public var bin = BinCode("")
        public var sku = SKUID("")
        public var quantity = 0
        public var order = OrderID("")
        public var client = ClientID("")
        public var state = PickState.open

        public init() {}

        public static let fields: [Field<Pick>] = [
            .required("bin", \.bin, .bin, "From where."),
            .required("sku", \.sku, .sku, "What."),
            .required("qty", \.quantity, .count, "How many pieces."),
            .required("order_id", \.order, .orderID, "For which order."),
            .client(\.client),
            .required("state", \.state, .word(), "How far it is."),
        ]
    }
}
