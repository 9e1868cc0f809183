public import Domain

/// `box.list`
public struct BoxList: Operation {
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read("box.list", Role.allCases, "The boxes by id.")

    public static let fields: [Field<BoxList>] = .members(of: \.page)

    public struct Result: Record {
        public var boxes: [Box] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("boxes", \.boxes, of: .record(), "The boxes by id."),
            .more(\.hasMore),
        ]
    }

    /// All that is known of a box.
    public struct Box: Record, Equatable {
        public var box = BoxID("")
        public var inner = SizeMM(length: 1, width: 1, height: 1)
        public var tareG = 0
        public var form = BoxForm.carton
        public var outer: SizeMM?
        public var giveMM: Int?
        public var maxWeightG: Int?
        public var cost: String?
        public var supply: Int?
        public var clearanceMM = 0
        public var maxItems: Int?
        public var barcode: String?

        public init() {}

        public static let fields: [Field<Box>] = [
            .required("box", \.box, .id(), "The id."),
            .required("inner_mm", \.inner, .sizeMM, "The room inside."),
            .required("tare_g", \.tareG, .weightG, "Its own weight."),
            .required("kind", \.form, .word(), "How it behaves when it is filled."),
            .optional("outer_mm", \.outer, .sizeMM, "The size outside."),
            .optional("give_mm", \.giveMM, .count, "How much thicker it gets when it is filled."),
            .optional("max_weight_g", \.maxWeightG, .weightG, "The most it may weigh filled, tare included."),
            .optional("cost", \.cost, .money, "What one costs."),
            .optional("supply", \.supply, .count, "How many there are."),
            .defaulted(
                "clearance_mm", \.clearanceMM, .count, absent: 0,
                "Kept free at the four walls and below the lid."),
            .optional("max_items", \.maxItems, .count, "The most pieces in it."),
            .optional("barcode", \.barcode, .anyID, "The code printed on it."),
        ]
    }
}

extension BoxList: ListOperation {}

extension BoxList.Result: ListPage {
    public var rows: [BoxList.Box] { boxes }
    public var next: String? { boxes.last?.box.text }
}
