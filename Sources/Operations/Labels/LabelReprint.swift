public import Domain

/// `label.reprint`
public struct LabelReprint: Operation {
    public var parcel: String?
    public var job: LabelRow?
    public var reason = ""
    public var printer: PrinterName?

    public init() {}

    public static let declaration = Declaration.change(
        "label.reprint", [.packer], "Queues another copy of a parcel's label.",
        rules: [.exactlyOne(["parcel", "job"])],
        refusals: [.unknownParcel, .unknownLabel, .unknownPrinter, .wrongState])

    public static let fields: [Field<LabelReprint>] = [
        .optionalParcel(\.parcel, "The parcel."),
        .optional("job", \.job, .row(), "The job to print again."),
        .required("reason", \.reason, .anyID, "Why."),
        .optional("printer", \.printer, .id(), "Another printer."),
    ]

    public struct Result: Record {
        public var job = LabelRow(0)
        public var copy = 0
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("job", \.job, .row(), "The new job."),
            .required("copy", \.copy, .count, "Which copy it is."),
        ]
    }
}
