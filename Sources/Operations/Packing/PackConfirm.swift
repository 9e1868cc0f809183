public import Domain

/// `pack.confirm`
public struct PackConfirm: Operation {
    public var parcel = ""
    public var code = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.confirm", [.packer], "The label that is on the box has been scanned.",
        refusals: [.unknownParcel, .wrongLabel, .wrongState])

    public static let fields: [Field<PackConfirm>] = [
        .parcel(\.parcel), .required("code", \.code, .code, "The scanned label."),
    ]

    public struct Result: Record {
        public var parcel = ParcelRow(0)
        public var state = ParcelState.labelled
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("parcel", \.parcel, .parcel, "The parcel's number."),
            .required("state", \.state, .word(), "The state that it is in now."),
        ]
    }
}
