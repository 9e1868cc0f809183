public import Domain

/// `pack.close`
public struct PackClose: Operation {
    public var parcel = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.close", [.packer], "Closes a parcel: allots its SSCC and queues its label.",
        refusals: [.unknownParcel, .contentsDiffer, .wrongState, .notConfigured])

    public static let fields: [Field<PackClose>] = [.parcel(\.parcel)]

    public struct Result: Record {
        public var sscc = ""
        public var label = LabelRow(0)
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("sscc", \.sscc, .sscc, "The parcel's number on its label."),
            .required("label", \.label, .row(), "The label job; its file follows."),
        ]
    }
}
