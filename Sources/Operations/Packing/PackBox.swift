public import Domain

/// `pack.box`
public struct PackBox: Operation {
    public var parcel = ""
    public var box = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.box", [.packer],
        "Packs a parcel in another box: what is in the first goes into it, what does not fit into further ones.",
        refusals: [.unknownParcel, .unknownBox, .doesNotFit, .wrongState, .notConfigured])

    public static let fields: [Field<PackBox>] = [
        .parcel(\.parcel),
        .required("box", \.box, .code, "The box type or its barcode."),
    ]

    public struct Result: Record {
        public var parcel = ParcelRow(0)
        public var box = BoxID("")
        public var parcels = 0
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("parcel", \.parcel, .parcel, "The parcel's number."),
            .required("box", \.box, .id(), "The box type that it has now."),
            .required("parcels", \.parcels, .count, "How many parcels the order has now."),
        ]
    }
}
