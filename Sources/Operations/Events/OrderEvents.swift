public import Domain

/// `order.accepted`
public struct OrderAccepted: EventData {
    public var order = OrderID("")
    public var lines: [Line] = []
    public var notes: String?
    public var isGift = false
    public var documents: [String] = []
    public var shipTo: Address?

    public init() {}

    public static let type = EventType.orderAccepted
    public static let summary = "An order was accepted and its quantities are promised."
    public static let fields: [Field<OrderAccepted>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .rows("lines", \.lines, of: .record(), "What was asked for."),
        .optional("notes", \.notes, .note, "What the packer is shown."),
        .flag("gift", \.isGift, "Whether no prices go into it."),
        .list("documents", \.documents, of: .note, max: 20, "What the packer lays in."),
        .optional("ship_to", \.shipTo, .record(), "Where it goes, where the settings let events say so."),
    ]

    public struct Line: Record {
        public var line = LineID("")
        public var sku = SKUID("")
        public var quantity = 1

        public init() {}

        public init(line: LineID, sku: SKUID, quantity: Int) {
            (self.line, self.sku, self.quantity) = (line, sku, quantity)
        }

        public static let fields: [Field<Line>] = [
            .required("line", \.line, .id(), "The line."),
            .required("sku", \.sku, .sku, "The SKU."),
            .required("qty", \.quantity, .quantity, "In pieces."),
        ]
    }
}

/// `order.released`
public struct OrderReleased: EventData {
    public var order = OrderID("")

    public init() {}
    public init(_ order: OrderID) { self.order = order }

    public static let type = EventType.orderReleased
    public static let summary = "Stock in bins is reserved for an order, and a tour will come for it."
    public static let fields: [Field<OrderReleased>] = [
        .required("order_id", \.order, .orderID, "The order.")
    ]
}

/// `order.unreleased`
public struct OrderUnreleased: EventData {
    public var order = OrderID("")

    public init() {}
    public init(_ order: OrderID) { self.order = order }

    public static let type = EventType.orderUnreleased
    public static let summary = "The reserved stock of an order was given back; its promise stands."
    public static let fields: [Field<OrderUnreleased>] = [
        .required("order_id", \.order, .orderID, "The order.")
    ]
}

/// `order.held`
public struct OrderHeld: EventData {
    public var order = OrderID("")
    public var reason = ""

    public init() {}
    public init(_ order: OrderID, reason: String) { (self.order, self.reason) = (order, reason) }

    public static let type = EventType.orderHeld
    public static let summary = "An order is not worked on until it is resumed."
    public static let fields: [Field<OrderHeld>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("reason", \.reason, .note, "Why."),
    ]
}

/// `order.resumed`
public struct OrderResumed: EventData {
    public var order = OrderID("")

    public init() {}
    public init(_ order: OrderID) { self.order = order }

    public static let type = EventType.orderResumed
    public static let summary = "An order's hold has ended."
    public static let fields: [Field<OrderResumed>] = [
        .required("order_id", \.order, .orderID, "The order.")
    ]
}

/// `order.short`
public struct OrderShort: EventData {
    public var order = OrderID("")
    public var onShort = ShortPolicy.wait
    public var lines: [Line] = []

    public init() {}

    public static let type = EventType.orderShort
    public static let summary = "Pieces of an order are missing."
    public static let fields: [Field<OrderShort>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("on_short", \.onShort, .word(), "What happens now."),
        .rows("lines", \.lines, of: .record(), "The lines that are short."),
    ]

    public struct Line: Record {
        public var line = LineID("")
        public var sku = SKUID("")
        public var missing = 0
        public var reason = ""

        public init() {}

        public init(line: LineID, sku: SKUID, missing: Int, reason: String) {
            (self.line, self.sku, self.missing, self.reason) = (line, sku, missing, reason)
        }

        public static let fields: [Field<Line>] = [
            .required("line", \.line, .id(), "The line."),
            .required("sku", \.sku, .sku, "The SKU."),
            .required("missing", \.missing, .count, "Pieces."),
            .required("reason", \.reason, .sentence, "Why."),
        ]
    }
}

/// `order.cancel_requested`
public struct OrderCancelRequested: EventData {
    public var order = OrderID("")
    /// Pieces.
    public var putBack = 0
    public var reason: String?

    public init() {}

    public static let type = EventType.orderCancelRequested
    public static let summary = "An order is to be cancelled; pieces of it have yet to be brought back."
    public static let fields: [Field<OrderCancelRequested>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("put_back", \.putBack, .count, "Pieces that have yet to be brought back."),
        .optional("reason", \.reason, .note, "Why."),
    ]
}

/// `order.cancelled`
public struct OrderCancelled: EventData {
    public var order = OrderID("")
    public var reason: String?

    public init() {}
    public init(_ order: OrderID, reason: String?) { (self.order, self.reason) = (order, reason) }

    public static let type = EventType.orderCancelled
    public static let summary = "An order is cancelled; nothing of it is outside its bins."
    public static let fields: [Field<OrderCancelled>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .optional("reason", \.reason, .note, "Why."),
    ]
}
