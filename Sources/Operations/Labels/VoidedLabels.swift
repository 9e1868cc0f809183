public import Domain

/// The outcomes of a parcel's voided labels.
public struct VoidedLabels: Record, Equatable {
    public var parcel = ParcelRow(0)
    public var sscc = ""
    public var labels: [Job] = []

    public init() {}

    public static let fields: [Field<VoidedLabels>] = [
        .required("parcel", \.parcel, .parcel, "The parcel's number."),
        .required("sscc", \.sscc, .sscc, "The number that was on them; it is never used again."),
        .rows("labels", \.labels, of: .record(), "The jobs that bore it."),
    ]

    /// One label job.
    public struct Job: Record, Equatable {
        public var job = LabelRow(0)
        public var isTakenBack = false

        public init() {}

        public static let fields: [Field<Job>] = [
            .required("job", \.job, .row(), "Its number."),
            .required(
                "taken_back", \.isTakenBack, .flag, "False where it may be on paper: destroy that label."),
        ]
    }
}
