/// One label for one printer.
enum LabelState: String, FloorState {
    case queued, spooled, printed, failed, voided, unknown

    static let thing = "label"

    static let edges: [LabelState: [LabelState]] = [
        .queued: [.spooled, .failed, .voided],
        .spooled: [.printed, .failed, .voided, .unknown],
        .printed: [.voided],
        .failed: [.queued, .voided],
        .unknown: [.printed, .failed, .voided],
    ]
}
