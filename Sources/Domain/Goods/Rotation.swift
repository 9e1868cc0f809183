/// Which stock goes first.
public enum Rotation: String, CaseIterable, Sendable {
    /// First expired, first out; the walk decides between equal days.
    case fefo = "FEFO"
    /// First received, first out; the walk decides between equal days.
    case fifo = "FIFO"
}
