public import Domain

/// A printer that labels wait for, or that has a fault.
public struct PrinterStatus: Record, Equatable {
    public var printer = PrinterName("")
    public var queued: Int?
    public var spooled: Int?
    public var oldestJob: LabelRow?
    public var waitsSince: Instant?
    public var fault: String?
    public var faultSince: Instant?
    public var triesAt: Instant?

    public init() {}

    public static let fields: [Field<PrinterStatus>] = [
        .required("printer", \.printer, .id(), "Its name."),
        .optional("queued", \.queued, .count, "Labels that wait to be written."),
        .optional("spooled", \.spooled, .count, "Labels whose files lie in its folder, or with its feeder."),
        .optional("oldest_job", \.oldestJob, .row(), "The oldest of these."),
        .optional("waits_since", \.waitsSince, .time, "Since when that one waits."),
        .optional("fault", \.fault, .sentence, "Why labels cannot be written for it."),
        .optional("fault_since", \.faultSince, .time, "Since when."),
        .optional("tries_at", \.triesAt, .time, "When it is tried again."),
    ]
}
