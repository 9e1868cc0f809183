public import Domain

/// A label job as lists have it.
public struct LabelSummary: Record, Equatable {
    public var job = LabelRow(0)
    public var parcel = ParcelRow(0)
    public var printer = PrinterName("")
    public var template = ""
    public var copy = 0
    public var state = LabelState.queued
    public var sscc = ""
    public var reason: String?
    public var outcome: String?

    public init() {}

    public static let fields: [Field<LabelSummary>] = [
        .required("job", \.job, .row(), "Its number."),
        .required("parcel", \.parcel, .parcel, "The parcel."),
        .required("printer", \.printer, .id(), "The printer that it is for."),
        .required("template", \.template, .sentence, "What it is drawn from."),
        .required("copy", \.copy, .count, "0 for the first print; a reprint counts up."),
        .required("state", \.state, .word(), "What became of it so far."),
        .required("sscc", \.sscc, .code, "The number on it."),
        .optional("reason", \.reason, .sentence, "Why it was printed again."),
        .optional("outcome", \.outcome, .sentence, "Why it failed or was voided."),
    ]
}
