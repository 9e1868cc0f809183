public import Domain
import LineProtocol

/// `box.upsert`
public struct BoxUpsert: Operation {
    public var box = BoxID("")
    public var inner: SizeMM?
    public var outer: SizeMM?
    public var tareG: Int?
    public var maxWeightG: Int?
    public var cost: String?
    public var supply: Int?
    public var barcode: String?
    public var form: BoxForm?
    public var giveMM: Int?
    public var clearanceMM: Int?
    public var maxItems: Int?

    public init() {}

    public static let declaration = Declaration.change(
        "box.upsert", [.oms], "Makes a box known, or changes what is known of it; what is left out stays.")

    public static let fields: [Field<BoxUpsert>] = [
        .required("box", \.box, .id(), "The id."),
        .optional("inner_mm", \.inner, .sizeMM, "The room inside; needed the first time."),
        .optional("outer_mm", \.outer, .sizeMM, "The size outside; the inner size where it never had one."),
        .optional("tare_g", \.tareG, .weightG, "Its own weight."),
        .optional("max_weight_g", \.maxWeightG, .weightG, "The most it may weigh filled, tare included."),
        .optional("cost", \.cost, .money, "What one costs."),
        .optional("supply", \.supply, .count, "How many there are."),
        .optional("barcode", \.barcode, .anyID, "The code printed on it."),
        .optional("kind", \.form, .word(), "How it behaves when it is filled; carton at first."),
        .optional(
            "give_mm", \.giveMM, .whole(0...1_000), "How much thicker a mailer gets when it is filled."),
        .optional(
            "clearance_mm", \.clearanceMM, .whole(0...1_000), "Kept free at the four walls and below the lid."
        ),
        .optional("max_items", \.maxItems, .quantity, "The most pieces in it."),
    ]

    public struct Result: Record {
        public var box = BoxID("")
        public var isNew = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("box", \.box, .id(), "The id."),
            .required("is_new", \.isNew, .flag, "Whether it was not known before."),
        ]
    }
}
