public import Domain

/// `pack.undo`
public struct PackUndo: Operation {
    public var parcel = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.undo", [.packer], "Takes the piece put in last out of the box.",
        refusals: [.unknownParcel, .wrongState])

    public static let fields: [Field<PackUndo>] = [.parcel(\.parcel)]

    public struct Result: Record {
        public var parcel = ParcelRow(0)
        public var sku = SKUID("")
        public var done = 0
        public var of = 0
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("parcel", \.parcel, .parcel, "The parcel's number."),
            .required("sku", \.sku, .sku, "What came out."),
            .required("done", \.done, .count, "Pieces that are still in the box."),
            .required("of", \.of, .count, "Pieces that the box is planned for."),
        ]
    }
}
