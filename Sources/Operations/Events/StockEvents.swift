public import Domain

/// `stock.changed`
public struct StockChanged: EventData {
    public var sku = SKUID("")
    public var bin: BinCode?
    public var change = 0
    public var onHand: Int?
    public var status = StockStatus.available
    public var reason = StockChangeReason.receipt
    public var reference: String?
    public var lot: String?
    public var expiry: String?
    public var plate: String?

    public init() {}

    public static let type = EventType.stockChanged
    public static let summary =
        "What lies in a bin has changed; goods that leave the house are one without a bin, reason handover."
    public static let fields: [Field<StockChanged>] = [
        .required("sku", \.sku, .sku, "The SKU."),
        .optional("bin", \.bin, .bin, "The bin."),
        .required("change", \.change, .int, "Pieces that came, or, below zero, went."),
        .optional("on_hand", \.onHand, .count, "Pieces of the record that lie there now."),
        .required("status", \.status, .word(), "What may be done with them."),
        .required("reason", \.reason, .word(), "Why."),
        .optional("ref", \.reference, .anyID, "The receipt's own number, where it has one."),
        .optional("lot", \.lot, .anyID, "The lot."),
        .optional("expiry", \.expiry, .anyID, "The day through which they are good."),
        .optional("plate", \.plate, .anyID, "The pallet or case that they stand on."),
    ]
}

/// `layout.loaded`
public struct LayoutLoaded: EventData {
    public var revision = 1
    public var bins = 0

    public init() {}
    public init(revision: Int, bins: Int) { (self.revision, self.bins) = (revision, bins) }

    public static let type = EventType.layoutLoaded
    public static let summary = "A layout, or a new revision of one, is in force."
    public static let fields: [Field<LayoutLoaded>] = [
        .required("revision", \.revision, .count, "The revision."),
        .required("bins", \.bins, .count, "How many bins it has."),
    ]
}
