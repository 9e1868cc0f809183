public import Domain

/// `label.outcome`
public struct LabelOutcome: Operation {
    public var job = LabelRow(0)
    public var outcome = LabelState.printed
    public var reason: String?

    public init() {}

    public static let declaration = Declaration.change(
        "label.outcome", [.printer],
        "What became of a label job, from a feeder that took its file out of the spool.",
        refusals: [.unknownLabel, .wrongState])

    public static let fields: [Field<LabelOutcome>] = [
        .required("job", \.job, .row(), "The job."),
        .required("outcome", \.outcome, .word(of: [.printed, .failed]), "What became of it."),
        .optional("reason", \.reason, .note, "Why it failed."),
    ]

    public struct Result: Record {
        public var job = LabelRow(0)
        public var state = LabelState.printed
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("job", \.job, .row(), "The job."),
            .required("state", \.state, .word(), "The state that it is in now."),
        ]
    }
}
