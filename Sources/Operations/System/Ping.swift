public import Domain

/// `ping`
public struct Ping: Operation {
    public init() {}

    public static let declaration = Declaration.read("ping", Role.allCases, "Answers.")
    public static let fields: [Field<Ping>] = []

    public struct Result: Record {
        public var pong = true
        public var time = Instant(millisecondsSince1970: 0)
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("pong", \.pong, .flag, "True."),
            .required("time", \.time, .time, "The daemon's clock."),
        ]
    }
}
