public import Domain

/// Pieces of one line that went the same way.
public struct PickedPieces: Record, Equatable {
    public var line = LineID("")
    public var sku = SKUID("")
    public var quantity = 1
    public var lot: String?
    public var expiry: String?

    public init() {}

    public init(line: LineID, sku: SKUID, quantity: Int, lot: String?, expiry: String?) {
        (self.line, self.sku, self.quantity, self.lot, self.expiry) = (line, sku, quantity, lot, expiry)
    }

    public static let fields: [Field<PickedPieces>] = [
        .required("line", \.line, .id(), "The line."),
        .required("sku", \.sku, .sku, "The SKU."),
        .required("qty", \.quantity, .quantity, "In pieces."),
        .optional("lot", \.lot, .anyID, "The lot."),
        .optional("expiry", \.expiry, .anyID, "The day through which they are good."),
    ]
}

/// `order.picked`
public struct OrderPicked: EventData {
    public var order = OrderID("")
    public var quantity = 0
    public var totes: [ToteID] = []
    public var lines: [PickedPieces] = []

    public init() {}

    public static let type = EventType.orderPicked
    public static let summary = "The last tote of an order stands at a station."
    public static let fields: [Field<OrderPicked>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("qty", \.quantity, .count, "Pieces in all."),
        .rows("totes", \.totes, of: .id(), "Where they are."),
        .rows("lines", \.lines, of: .record(), "What was picked."),
    ]
}

/// `tour.started`
public struct TourStarted: EventData {
    public var tour = TourRow(0)
    public var cart = CartCode("")
    public var picks = 0

    public init() {}
    public init(tour: TourRow, cart: CartCode, picks: Int) {
        (self.tour, self.cart, self.picks) = (tour, cart, picks)
    }

    public static let type = EventType.tourStarted
    public static let summary = "Somebody has begun a tour."
    public static let fields: [Field<TourStarted>] = [
        .required("tour", \.tour, .row(), "The tour."),
        .required("cart", \.cart, .id(), "The cart."),
        .required("picks", \.picks, .count, "Picks on it."),
    ]
}

/// `tour.finished`
public struct TourFinished: EventData {
    public var tour = TourRow(0)
    public var totes = 0
    public var lengthMM = 0

    public init() {}
    public init(tour: TourRow, totes: Int, lengthMM: Int) {
        (self.tour, self.totes, self.lengthMM) = (tour, totes, lengthMM)
    }

    public static let type = EventType.tourFinished
    public static let summary = "A tour is over and its totes are set down."
    public static let fields: [Field<TourFinished>] = [
        .required("tour", \.tour, .row(), "The tour."),
        .required("totes", \.totes, .count, "Totes with something in them."),
        .required("length_mm", \.lengthMM, .count, "How far it was."),
    ]
}
