/// One packed box on its way from the bench to the driver.
public enum ParcelState: String, FloorState {
    case open, closed, labelled, staged, manifested
    case handedOver = "handed_over"
    case voided, lost

    public static let thing = "parcel"
    public static let initial: [ParcelState] = [.open]

    public static let edges: [ParcelState: [ParcelState]] = [
        .open: [.closed, .voided, .lost],
        .closed: [.labelled, .open, .voided, .lost],
        .labelled: [.staged, .open, .closed, .voided, .lost],
        .staged: [.manifested, .labelled, .voided, .lost],
        .manifested: [.handedOver, .staged, .labelled, .lost],
        .handedOver: [.staged, .lost],
    ]

    /// The label on the box has been scanned, or more has happened since.
    public var isLabelled: Bool { [.labelled, .staged, .manifested, .handedOver].contains(self) }
}
