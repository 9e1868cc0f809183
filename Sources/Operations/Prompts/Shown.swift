public import Domain

/// What is at hand in a dialogue: the facts that stand below a prompt's instruction.
public struct Shown: Record, Equatable {
    // The work.
    public var kind: WorkKind?
    public var tour: TourRow?
    public var order: OrderID?
    public var client: ClientID?
    public var parcel: ParcelRow?
    /// Counted from 1 within the order.
    public var number: Int?
    public var parcels: Int?
    public var box: BoxID?
    public var done: Int?
    public var of: Int?
    public var cart: CartCode?

    // Where, what, and how many.
    public var bin: BinCode?
    public var printed: String?
    public var sku: SKUID?
    public var name: String?
    public var barcode: String?
    public var quantity: Int?
    public var unit: UnitName?
    public var quantityLeft: Int?
    public var counted: Int?
    public var lot: String?
    public var expiry: Day?
    public var tote: ToteID?
    public var totes: [ToteID]?
    public var station: StationCode?
    public var walkM: Double?

    // The box.
    public var plan: [PlannedPiece]?
    public var place: PlannedPiece?
    public var places: [PlannedPiece]?
    public var whereInWords: [String]?
    public var weightG: Int?
    public var toleranceG: Int?
    public var sscc: String?
    public var notes: String?
    public var gift: Bool?
    public var documents: [String]?

    public var notice: String?
    public var why: [String]?

    public init() {}

    public static let fields: [Field<Shown>] =
        work + goods + box + [
            .optional("notice", \.notice, .sentence, "What has changed since the prompt before."),
            .optional(
                "why", \.why, .sentences, "Why this stop, this bin and this quantity; where it was asked.")
        ]
}

extension Shown {
    private static let work: [Field<Shown>] = [
        .optional("kind", \.kind, .word(), "The kind of work, where it is not picking."),
        .optional("tour", \.tour, .row(), "The tour."),
        .optional("order_id", \.order, .orderID, "The order."),
        .optional("client", \.client, .client, "Whose goods; left out where there is one owner."),
        .optional("parcel", \.parcel, .parcel, "The parcel on the bench."),
        .optional("number", \.number, .count, "Which of the order's parcels it is, from 1."),
        .optional("parcels", \.parcels, .count, "How many parcels the order has."),
        .optional("box", \.box, .id(), "The box type of the parcel."),
        .optional("done", \.done, .count, "Picks, tasks or pieces that are done."),
        .optional("of", \.of, .count, "How many there are in all."),
        .optional("cart", \.cart, .id(), "The cart to walk with."),
    ]

    private static let goods: [Field<Shown>] = [
        .optional("bin", \.bin, .bin, "The bin's address."),
        .optional("printed", \.printed, .sentence, "What stands on the bin, where that is not its address."),
        .optional("sku", \.sku, .sku, "The goods."),
        .optional("name", \.name, .sentence, "What a person calls them."),
        .optional("barcode", \.barcode, .code, "A code that is printed on them."),
        .optional("qty", \.quantity, .count, "How many pieces are wanted here."),
        .optional("unit", \.unit, .word(), "What they were ordered in, where that is not single pieces."),
        .optional(
            "qty_left", \.quantityLeft, .count, "Pieces that are still to go into the box one after another."),
        .optional("counted", \.counted, .count, "Pieces that have been counted or keyed so far."),
        .optional("lot", \.lot, .code, "The lot to take."),
        .optional("expiry", \.expiry, .date, "Its day of expiry."),
        .optional("tote", \.tote, .id(), "The tote that the pieces go into or come from."),
        .optional(
            "totes", \.totes, .list(of: .id(), max: RecordLimits.rowsMax),
            "The totes on the cart, or of the order."),
        .optional("station", \.station, .id(), "Where the totes are set down."),
        .optional("walk_m", \.walkM, .metres, "How far it is from where the picker stands, in metres."),
    ]

    private static let box: [Field<Shown>] = [
        .optional("plan", \.plan, .pieces, "Where every piece goes, in packing order; the first thousand."),
        .optional("place", \.place, .record(), "Where the next piece goes."),
        .optional("places", \.places, .pieces, "Where the pieces at hand go, where there are several."),
        .optional(
            "where", \.whereInWords, .sentences,
            "The same in words, one sentence for pieces that stand together."),
        .optional(
            "weight_g", \.weightG, .count, "What the closed box should weigh; at the close what it weighs."),
        .optional("tolerance_g", \.toleranceG, .count, "How far the scale may be off."),
        .optional("sscc", \.sscc, .sscc, "The number on the parcel's label."),
        .optional("notes", \.notes, .note, "What the order says to the packer."),
        .optional("gift", \.gift, .flag, "True where no prices go into the parcel."),
        .optional(
            "documents", \.documents, .list(of: .note, max: RecordLimits.rowsMax), "What is to be laid in."),
    ]
}

extension ValueType where Value == [String] {
    static var sentences: ValueType { .list(of: .sentence, max: RecordLimits.rowsMax) }
}

extension ValueType where Value == [PlannedPiece] {
    static var pieces: ValueType { .list(of: .record(), max: RecordLimits.rowsMax) }
}
