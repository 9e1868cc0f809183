import Domain
import LineProtocol

/// `audit`
public struct Audit: Operation {
    public var limit: Int?
    public var after: String?

    public init() {}

    /// Rows that one answer may check, so that it keeps nobody waiting.
    public static let rowsMax = 4_000
    public static let rowsDefault = 1_000

    public static let declaration = Declaration.read(
        "audit", [.viewer],
        "Checks every rule that no state may break, some rows at a time: ask on until there are no more.")

    public static let fields: [Field<Audit>] = [
        .optional(
            "limit", \.limit, .whole(1...rowsMax), "About so many rows are checked; 1000 where left out."),
        .optional(
            "after", \.after, .text(maxBytes: WireLimits.textBytesMax), "The `next` of the answer before."),
    ]

    public struct Result: Record {
        public var isSound = true
        public var rules: [Rule] = []
        public var checked = 0
        public var hasMore = false
        public var next: String?

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sound", \.isSound, .flag, "Whether these rules hold in what was checked."),
            .rows(
                "rules", \.rules, of: .record(),
                "The rules that were checked; one may go on in the next answer."),
            .required("looked", \.checked, .count, "Rows that were checked."),
            .required("more", \.hasMore, .flag, "Whether there is more to check."),
            .optional("next", \.next, .text(maxBytes: WireLimits.textBytesMax), "Where to go on after."),
        ]
    }

    /// One rule and where it is broken.
    public struct Rule: Record, Equatable {
        public var rule = ""
        public var holds = true
        public var breaches: [String] = []

        public init() {}

        public init(_ rule: String, breaches: [String]) {
            self.rule = rule
            self.breaches = breaches
            holds = breaches.isEmpty
        }

        public static let fields: [Field<Rule>] = [
            .required("rule", \.rule, .sentence, "What must hold."),
            .required("holds", \.holds, .flag, "Whether it does."),
            .rows("breaches", \.breaches, of: .sentence, "Where it does not, at most twenty of them."),
        ]
    }
}
