public import Domain

/// `tote.upsert`
public struct ToteUpsert: Operation {
    public var tote = ToteID("")
    public var inner: SizeMM?
    public var tareG: Int?
    public var warehouse: WarehouseCode?

    public init() {}

    public static let declaration = Declaration.change(
        "tote.upsert", [],
        "Makes a tote known, or changes what is known of it; what is left out stays, and so does its state.",
        refusals: [.unknownWarehouse, .toteInUse])

    public static let fields: [Field<ToteUpsert>] = [
        .required("tote", \.tote, .id(), "The code on its plate."),
        .optional("inner_mm", \.inner, .sizeMM, "The room inside."),
        .optional("tare_g", \.tareG, .weightG, "Its own weight."),
        .optional(
            "warehouse", \.warehouse, .warehouse,
            "Where it is used; needed the first time where there are several. Only a free one changes it."),
    ]

    public struct Result: Record {
        public var tote = ToteID("")
        public var isNew = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("tote", \.tote, .id(), "The code on its plate."),
            .required("is_new", \.isNew, .flag, "Whether it was not known before."),
        ]
    }
}
