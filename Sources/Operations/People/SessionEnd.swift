public import Domain

/// `session.end`
public struct SessionEnd: Operation {
    public var session = SessionRow(0)

    public init() {}

    public static let declaration = Declaration.change(
        "session.end", [.picker, .packer, .driver],
        "The badge stops working; a tour that it had begun is paused.",
        refusals: [.unknownSession, .wrongState])

    public static let fields: [Field<SessionEnd>] = [.session(\.session)]

    public struct Result: Record {
        public var session = SessionRow(0)
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("session", \.session, .session, "The session that has ended.")
        ]
    }
}
