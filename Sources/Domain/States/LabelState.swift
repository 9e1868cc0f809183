/// How far one label for one printer has come.
public enum LabelState: String, FloorState {
    case queued
    /// Its file lies in the printer's folder, or its feeder has it.
    case spooled
    case printed, failed, voided
    /// Its file has gone and no outcome has been reported.
    case unknown

    public static let thing = "label"
    public static let initial: [LabelState] = [.queued]

    /// A feeder may be ahead of what is kept, and a person may have put a failed label back into `new`.
    public static let edges: [LabelState: [LabelState]] = [
        .queued: [.spooled, .printed, .failed, .voided],
        .spooled: [.queued, .printed, .failed, .voided, .unknown],
        .printed: [.voided],
        .failed: [.queued, .printed, .voided],
        .unknown: [.printed, .failed, .voided],
    ]
}
