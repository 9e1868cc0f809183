/// Rows that are brought in together or not at all.
public enum ImportState: String, FloorState {
    case open, committing, committed, refused

    public static let thing = "import"
    public static let initial: [ImportState] = [.open]

    public static let edges: [ImportState: [ImportState]] = [
        .open: [.committing, .committed, .refused],
        .committing: [.committed, .refused],
        .refused: [.open],
    ]
}
