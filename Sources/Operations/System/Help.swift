import Domain

/// `help`
public struct Help: Operation {
    public typealias Result = HelpAnswer

    public var method: String?

    public init() {}

    public static let declaration = Declaration.read(
        "help", Role.allCases, "The methods, or one of them with its params and its result, or the events.",
        refusals: [.unknownMethod], takesBareWord: true)

    public static let fields: [Field<Help>] = [
        .optional("method", \.method, .anyID, "Such as order.allocate; events lists what is emitted.")
    ]
}
