public import Domain

/// `parcel.get`
public struct ParcelGet: Operation {
    public var parcel = ""

    public init() {}

    public static let declaration = Declaration.read(
        "parcel.get", Role.allCases, "One parcel, with the place of every piece.", refusals: [.unknownParcel],
        whenTooLong: "parcel.list with order_id has the parcel without the places of its pieces")

    public static let fields: [Field<ParcelGet>] = [.parcel(\.parcel)]

    public struct Result: Record {
        public var summary = ParcelSummary()
        public var parcels = 0
        public var inner = SizeMM(length: 1, width: 1, height: 1)
        public var plan: [PlannedPiece] = []
        public init() {}
        public static let fields: [Field<Result>] =
            .members(of: \.summary) + [
                .required("parcels", \.parcels, .count, "How many parcels the order has."),
                .required("inner_mm", \.inner, .sizeMM, "The room in the box."),
                .rows("plan", \.plan, of: .record(), "Where every piece goes, in packing order."),
            ]
    }
}
