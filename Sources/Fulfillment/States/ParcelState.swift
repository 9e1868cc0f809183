/// One packed box on its way from the bench to the driver.
enum ParcelState: String, FloorState {
    case open, closed, labelled, staged, manifested
    case handedOver = "handed_over"
    case voided

    static let thing = "parcel"

    static let edges: [ParcelState: [ParcelState]] = [
        .open: [.closed, .voided],
        .closed: [.labelled, .open, .voided],
        .labelled: [.staged, .open, .voided],
        .staged: [.manifested],
        .manifested: [.handedOver, .staged],
    ]

    /// The label on the box has been scanned, or more has happened since.
    var isLabelled: Bool { [.labelled, .staged, .manifested, .handedOver].contains(self) }
}
