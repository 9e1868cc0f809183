public import Domain

/// A parcel as events have it.
public struct PackedParcelData: Record {
    public var sscc = ""
    public var box = BoxID("")
    public var weightG = 0
    public var items: [PickedPieces] = []

    public init() {}

    public init(sscc: String, box: BoxID, weightG: Int, items: [PickedPieces]) {
        (self.sscc, self.box, self.weightG, self.items) = (sscc, box, weightG, items)
    }

    public static let fields: [Field<PackedParcelData>] = [
        .required("sscc", \.sscc, .code, "The number on its label."),
        .required("box", \.box, .id(), "The box type."),
        .required("weight_g", \.weightG, .count, "What the scale showed."),
        .rows("items", \.items, of: .record(), "What is in it."),
    ]
}

/// `order.packed`
public struct OrderPacked: EventData {
    public var order = OrderID("")
    public var driver: DriverID?
    public var parcels: [PackedParcelData] = []
    public var short: [OrderShort.Line] = []
    public var notes: String?
    public var isGift = false
    public var documents: [String] = []

    public init() {}

    public static let type = EventType.orderPacked
    public static let summary = "All parcels of an order carry their label."
    public static let fields: [Field<OrderPacked>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .optional("driver", \.driver, .id(), "Who fetches it."),
        .rows("parcels", \.parcels, of: .record(), "The parcels."),
        .rows("short", \.short, of: .record(), "What is not in them."),
        .optional("notes", \.notes, .note, "What the packer was shown."),
        .flag("gift", \.isGift, "Whether no prices are in it."),
        .list("documents", \.documents, of: .note, max: 20, "What was laid in."),
    ]
}

/// `order.unpacked`
public struct OrderUnpacked: EventData {
    public var order = OrderID("")
    public var reason: String?
    public var undoes: Int?

    public init() {}

    public static let type = EventType.orderUnpacked
    public static let summary = "An order that was packed is not any more."
    public static let fields: [Field<OrderUnpacked>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .optional("reason", \.reason, .note, "Why."),
        .optional("undoes", \.undoes, .sequenceText, "The event that is taken back."),
    ]
}

/// `order.in_transit`
public struct OrderInTransit: EventData {
    public var order = OrderID("")
    public var driver: DriverID?
    public var parcels: [PackedParcelData] = []
    public var short: [OrderShort.Line] = []

    public init() {}

    public static let type = EventType.orderInTransit
    public static let summary = "The last parcel of an order was handed over."
    public static let fields: [Field<OrderInTransit>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .optional("driver", \.driver, .id(), "Who has it."),
        .rows("parcels", \.parcels, of: .record(), "The parcels."),
        .rows("short", \.short, of: .record(), "What is not in them."),
    ]
}

/// `parcel.closed`
public struct ParcelClosed: EventData {
    public var order = OrderID("")
    public var sscc = ""
    public var parcel = ParcelRow(0)
    public var number = 1
    public var box = BoxID("")
    public var weightG = 0
    public var outer: SizeMM?
    public var carrier: String?
    public var service: String?
    public var shipTo: Address?

    public init() {}

    public static let type = EventType.parcelClosed
    public static let summary = "A parcel is sealed and waits for its label: what a carrier's label needs."
    public static let fields: [Field<ParcelClosed>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("sscc", \.sscc, .code, "Its number."),
        .required("parcel", \.parcel, .row(), "The parcel."),
        .required("number", \.number, .count, "Which of the order's parcels it is."),
        .required("box", \.box, .id(), "The box type."),
        .required("weight_g", \.weightG, .count, "What the scale showed."),
        .optional("outer_mm", \.outer, .sizeMM, "Its size outside."),
        .optional("carrier", \.carrier, .anyID, "The carrier."),
        .optional("service", \.service, .anyID, "Its service."),
        .optional("ship_to", \.shipTo, .record(), "Where it goes, where the settings let events say so."),
    ]
}

/// `parcel.labelled`
public struct ParcelLabelled: EventData {
    public var order = OrderID("")
    public var sscc = ""
    public var number = 1
    public var parcels = 1
    public var box = BoxID("")
    public var weightG = 0

    public init() {}

    public static let type = EventType.parcelLabelled
    public static let summary = "The label on a parcel was scanned."
    public static let fields: [Field<ParcelLabelled>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("sscc", \.sscc, .code, "The number on the label."),
        .required("parcel", \.number, .count, "Which of the order's parcels it is."),
        .required("parcels", \.parcels, .count, "How many the order has."),
        .required("box", \.box, .id(), "The box type."),
        .required("weight_g", \.weightG, .count, "What the scale showed."),
    ]
}

/// `parcel.voided`
public struct ParcelVoided: EventData {
    public var order = OrderID("")
    public var sscc = ""
    public var number = 1
    public var reason = ""
    public var undoes: Int?

    public init() {}

    public static let type = EventType.parcelVoided
    public static let summary =
        "The number of a closed or labelled parcel holds no longer, nor does its label."
    public static let fields: [Field<ParcelVoided>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("sscc", \.sscc, .code, "The number that is never used again."),
        .required("parcel", \.number, .count, "Which of the order's parcels it is."),
        .required("reason", \.reason, .note, "Why."),
        .optional("undoes", \.undoes, .sequenceText, "The event that is taken back."),
    ]
}

/// `parcel.handed_over`
public struct ParcelHandedOver: EventData {
    public var order = OrderID("")
    public var sscc = ""
    public var driver = DriverID("")
    public var left = 0

    public init() {}

    public static let type = EventType.parcelHandedOver
    public static let summary = "A driver has a parcel."
    public static let fields: [Field<ParcelHandedOver>] = [
        .required("order_id", \.order, .orderID, "The order."),
        .required("sscc", \.sscc, .code, "The number on the label."),
        .required("driver", \.driver, .id(), "Who has it."),
        .required("left", \.left, .count, "Parcels of the order that are still here."),
    ]
}

/// `label.failed`
public struct LabelFailed: EventData {
    public var job = LabelRow(0)
    public var printer = PrinterName("")
    public var sscc = ""
    public var state = ""
    public var reason = ""

    public init() {}

    public static let type = EventType.labelFailed
    public static let summary =
        "A label was not printed, or waits because its printer's folder cannot be used."
    public static let fields: [Field<LabelFailed>] = [
        .required("job", \.job, .row(), "The label job."),
        .required("printer", \.printer, .id(), "The printer."),
        .required("sscc", \.sscc, .code, "The number on the label."),
        .required("state", \.state, .choice(["failed", "unknown", "waiting"]), "What is known of it."),
        .required("reason", \.reason, .sentence, "Why."),
    ]
}
