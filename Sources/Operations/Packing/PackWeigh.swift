public import Domain

/// `pack.weigh`
public struct PackWeigh: Operation {
    public var parcel = ""
    public var weightG = 0

    public init() {}

    public static let declaration = Declaration.change(
        "pack.weigh", [.packer], "The weight of a parcel.",
        refusals: [.unknownParcel, .weightOff, .wrongState])

    public static let fields: [Field<PackWeigh>] = [
        .parcel(\.parcel), .required("weight_g", \.weightG, .weightG, "What the scale shows."),
    ]

    public struct Result: Record {
        public var parcel = ParcelRow(0)
        public var weightG = 0
        public var expectedG = 0
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("parcel", \.parcel, .parcel, "The parcel's number."),
            .required("weight_g", \.weightG, .count, "The weight that it has now."),
            .required("expected_g", \.expectedG, .count, "What contents and tare add up to."),
        ]
    }
}
