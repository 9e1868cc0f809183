public import Domain

/// `label.void`
public struct LabelVoid: Operation {
    public typealias Result = VoidedLabels

    public var parcel: String?
    public var job: LabelRow?
    public var reason = ""

    public init() {}

    public static let declaration = Declaration.change(
        "label.void", [.packer],
        "The label holds no longer: what no feeder has yet is withdrawn, the SSCC is never used again, "
            + "and the parcel is closed anew.",
        rules: [.exactlyOne(["parcel", "job"])], refusals: [.unknownParcel, .unknownLabel, .wrongState])

    public static let fields: [Field<LabelVoid>] = [
        .optionalParcel(\.parcel, "The parcel."),
        .optional("job", \.job, .row(), "A label job of it."),
        .required("reason", \.reason, .note, "Why."),
    ]
}
