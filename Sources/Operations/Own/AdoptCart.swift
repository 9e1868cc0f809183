public import Domain

/// The daemon's own: orders that were planned onto one cart become a tour, if they still wait for one.
///
/// What has changed since it was planned is checked again: an order that was cancelled or held, or that somebody has
/// fetched meanwhile, does not go along.
public struct AdoptCart: Operation {
    public var warehouse = WarehouseCode("")
    /// Of the layout that it was planned on.
    public var revision = 0
    /// The kind of cart; nil where the layout names none.
    public var cart: CartCode?
    public var loads: [Load] = []
    /// Whether it is a tour though not all of its orders go along.
    public var mayHaveRoom = false

    public init() {}

    public static let declaration = Declaration.change(
        "cart.adopt", [], "Makes a tour of orders that were planned onto one cart.")

    public static let fields: [Field<AdoptCart>] = [
        .required("warehouse", \.warehouse, .warehouse, "Where it is walked."),
        .required("revision", \.revision, .count, "Of the layout that it was planned on."),
        .optional("cart", \.cart, .id(), "The kind of cart."),
        .rows("loads", \.loads, of: .record(), "Its orders, the most urgent first."),
        .flag("room", \.mayHaveRoom, "A tour though not all of its orders go along."),
    ]

    /// One order's picks as they go on the cart.
    public struct Load: Record, Equatable {
        public var order = OrderRow(0)
        public var picks: [PickRow] = []

        public init() {}

        public init(order: OrderRow, picks: [PickRow]) {
            self.order = order
            self.picks = picks
        }

        public static let fields: [Field<Load>] = [
            .required("order", \.order, .row(), "The order."),
            .rows("picks", \.picks, of: .row(), "Its picks that go on this cart."),
        ]
    }

    public struct Result: Record, Equatable {
        public var tour: TourRow?

        public init() {}

        public static let fields: [Field<Result>] = [
            .optional("tour", \.tour, .row(), "The tour; none where its orders wait on.")
        ]
    }
}
