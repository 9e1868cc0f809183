/// `pack.reopen`
public struct PackReopen: Operation {
    public typealias Result = VoidedLabels

    public var parcel = ""
    public var reason = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.reopen", [.packer],
        "Opens a closed parcel to be packed on and weighed anew; its label is void.",
        refusals: [.unknownParcel, .wrongState])

    public static let fields: [Field<PackReopen>] = [
        .parcel(\.parcel), .required("reason", \.reason, .note, "Why."),
    ]
}
