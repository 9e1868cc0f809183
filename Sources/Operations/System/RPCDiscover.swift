import Domain
public import JSON

/// `rpc.discover`
public struct RPCDiscover: Operation {
    public init() {}

    public static let declaration = Declaration.read(
        "rpc.discover", Role.allCases,
        "Describes every method and event for machines, as an OpenRPC document.")
    public static let fields: [Field<RPCDiscover>] = []

    /// An OpenRPC document (see ``OpenRPC``).
    public struct Result: Record {
        public var openRPC = ""
        public var info: JSONObject = [:]
        public var methods: [JSONObject] = []
        public var components: JSONObject = [:]
        public var anyLine: [JSONObject] = []
        public var anyChange: [JSONObject] = []
        public var events: [JSONObject] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("openrpc", \.openRPC, .anyID, "The version of the specification."),
            .required("info", \.info, .untouched, "What is described: title and version."),
            .rows(
                "methods", \.methods, of: .untouched, "The methods with params, result, errors and x-roles."),
            .required("components", \.components, .untouched, "The schemas and errors that are referred to."),
            .rows("x-any-line", \.anyLine, of: .untouched, "The errors that any line may be answered with."),
            .rows("x-any-change", \.anyChange, of: .untouched, "Those that any change may be, besides."),
            .rows(
                "x-events", \.events, of: .untouched, "The types of events, each with the schema of its data."
            ),
        ]
    }
}
