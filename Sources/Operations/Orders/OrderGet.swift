public import Domain
public import JSON

/// `order.get`
public struct OrderGet: Operation {
    public var name = OrderName()

    public init() {}

    public static let declaration = Declaration.read(
        "order.get", Role.allCases, "One order with its lines, picks and parcels.", refusals: [.unknownOrder],
        whenTooLong: "order.list with order_id says how far the order is, parcel.list with order_id its parcels")

    public static let fields: [Field<OrderGet>] = .members(of: \.name)

    public struct Result: Record {
        public var summary = OrderSummary()
        public var revision = 1
        public var acceptedAt = Instant(millisecondsSince1970: 0)
        public var onShort = ShortPolicy.wait
        public var notBefore: Instant?
        public var deliveryAt: Instant?
        public var holdReason: String?
        public var lines: [Line] = []
        public var picks: [Pick] = []
        public var parcels: [Parcel] = []
        public var putBack = 0
        public var totalCapacity: Int?
        public var shipTo = Address()
        public var ship: ShippingService?
        public var notes: String?
        public var isGift = false
        public var documents: [String] = []
        public var ext: JSONObject?

        public init() {}

        public static let fields: [Field<Result>] =
            .members(of: \.summary) + [
                .required("revision", \.revision, .count, "Counts the changes of what was asked for."),
                .required("accepted_at", \.acceptedAt, .time, "When it was accepted."),
                .required("on_short", \.onShort, .word(), "What happens when pieces are missing."),
                .optional("not_before", \.notBefore, .time, "No work before this moment."),
                .optional("delivery", \.deliveryAt, .time, "When it is to arrive."),
                .optional("hold_reason", \.holdReason, .note, "Why it is held."),
                .rows("lines", \.lines, of: .record(), "What was asked for."),
                .rows("picks", \.picks, of: .record(), "The work on it."),
                .rows("parcels", \.parcels, of: .record(), "What it is packed in."),
                .defaulted(
                    "put_back", \.putBack, .count, absent: 0, "Pieces that have yet to be brought back."),
                .optional("total_capacity", \.totalCapacity, .count, "As it was sent."),
                .required("ship_to", \.shipTo, .record(), "Where the parcels go."),
                .optional("ship", \.ship, .record(), "The carrier."),
                .optional("notes", \.notes, .note, "For the packer."),
                .flag("gift", \.isGift, "No prices in the parcel."),
                .list("documents", \.documents, of: .note, max: 20, "What the packer lays in."),
                .optional("ext", \.ext, .untouched, "The caller's own."),
            ]
    }

    public struct Line: Record {
        public var line = LineID("")
        public var sku = SKUID("")
        public var quantity = 1
        public var promised = 0
        public var unit = UnitName.each
        public var unitQuantity: Int?
        public var lot: String?
        public var minLifeDays: Int?
        public var capacity: Int?
        public var ext: JSONObject?

        public init() {}

        public static let fields: [Field<Line>] = [
            .required("line", \.line, .id(), "The line."),
            .required("sku", \.sku, .sku, "The SKU."),
            .required("qty", \.quantity, .quantity, "In pieces."),
            .required("promised", \.promised, .count, "Pieces that are promised and not reserved yet."),
            .defaulted("unit", \.unit, .word(), absent: .each, "The unit that it was ordered in."),
            .optional("unit_qty", \.unitQuantity, .count, "So many of that unit."),
            .optional("lot", \.lot, .anyID, "Only this lot."),
            .optional("min_life_days", \.minLifeDays, .count, "The least remaining shelf life when it arrives."),
            .optional("capacity", \.capacity, .count, "Capacity that it uses in the vehicle."),
            .optional("ext", \.ext, .untouched, "The caller's own."),
        ]
    }

    public struct Pick: Record {
        public var line = LineID("")
        public var sku = SKUID("")
        public var quantity = 1
        public var bin = BinCode("")
        public var lot: String?
        public var expiry: String?
        public var state = PickState.open
        public var tour: TourRow?
        public var tote: ToteID?
        public var parcel: ParcelRow?
        public var reason: String?

        public init() {}

        public static let fields: [Field<Pick>] = [
            .required("line", \.line, .id(), "The line that it serves."),
            .required("sku", \.sku, .sku, "The SKU."),
            .required("qty", \.quantity, .quantity, "In pieces."),
            .required("bin", \.bin, .bin, "From where."),
            .optional("lot", \.lot, .anyID, "The lot."),
            .optional("expiry", \.expiry, .anyID, "The expiry day."),
            .required("state", \.state, .word(), "How far it is."),
            .optional("tour", \.tour, .row(), "On which tour."),
            .optional("tote", \.tote, .id(), "In which tote."),
            .optional("parcel", \.parcel, .row(), "In which parcel."),
            .optional("reason", \.reason, .note, "Why it is short."),
        ]
    }

    public struct Parcel: Record {
        public var parcel = ParcelRow(1)
        public var state = ParcelState.open
        public var box = BoxID("")
        public var sscc: String?
        public var weightG: Int?

        public init() {}

        public static let fields: [Field<Parcel>] = [
            .required("parcel", \.parcel, .row(), "The parcel."),
            .required("state", \.state, .word(), "How far it is."),
            .required("box", \.box, .id(), "The box type."),
            .optional("sscc", \.sscc, .anyID, "The number on its label."),
            .optional("weight_g", \.weightG, .weightG, "What the scale showed."),
        ]
    }
}
