import Domain

/// `audit`
public struct Audit: Operation {
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "audit", [.viewer], "Checks every rule that no state may break.")

    public static let fields: [Field<Audit>] = .members(of: \.page)

    public struct Result: Record {
        public var isSound = true
        public var rules: [Rule] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("sound", \.isSound, .flag, "Whether all of these rules hold."),
            .rows(
                "rules", \.rules, of: .record(), "The rules; each one's sentence is the key to go on after."),
            .required("more", \.hasMore, .flag, "Whether there are further ones after these."),
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
