public import Domain

/// `pack.start`
public struct PackStart: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var code = ""
    public var client: ClientID?

    public init() {}

    public static let declaration = Declaration.change(
        "pack.start", [.packer],
        "Begins to pack a tote or an order: the prompt has parcel, box and places, and where each piece goes in words.",
        refusals: [
            .unknownSession, .wrongState, .wrongTote, .unknownCode, .ambiguousCode, .doesNotFit,
            .notConfigured,
        ])

    public static let fields: [Field<PackStart>] = [
        .session(\.session),
        .required("code", \.code, .code, "The tote or the order."),
        .optional("client", \.client, .client, "Whose order, where several clients have one of this number."),
    ]
}
