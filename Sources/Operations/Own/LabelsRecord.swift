public import Domain

/// The daemon's own: records what it found of labels' files in the spool, all in one decision, in their order.
///
/// An outcome that has been overtaken, such as that of a voided label, changes nothing.
public struct LabelsRecord: Operation {
    public var outcomes: [Outcome] = []

    public init() {}

    public init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

    public static let declaration = Declaration.change(
        "labels.record", [], "Takes down what was found of labels' files in the spool.")

    public static let fields: [Field<LabelsRecord>] = [
        .rows("outcomes", \.outcomes, of: .record(), "What was found, in its order.")
    ]

    public struct Result: Record, Equatable {
        public var known: [LabelRow] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows(
                "known", \.known, of: .row(),
                "The jobs that are known; a file of any other is not this history's.")
        ]
    }

    /// What was found of one job's file.
    public struct Outcome: Record, Equatable {
        public var job = LabelRow(0)
        /// With the number it names the file, so that one of another history is not mistaken for this job's.
        public var key = ""
        public var copy = 0
        public var state = LabelState.spooled
        /// Why, where it failed.
        public var reason: String?

        public init() {}

        public init(job: LabelRow, key: String, copy: Int, state: LabelState, reason: String? = nil) {
            (self.job, self.key, self.copy, self.state, self.reason) = (job, key, copy, state, reason)
        }

        public static let fields: [Field<Outcome>] = [
            .required("job", \.job, .row(), "The job."),
            .required("key", \.key, .code, "The SSCC in the file's name."),
            .required("copy", \.copy, .count, "The copy in the file's name."),
            .required("outcome", \.state, .word(), "What became of it."),
            .optional("reason", \.reason, .sentence, "Why, where it failed."),
        ]
    }
}
