/// Why fewer pieces were found than the tour asked for.
public enum ShortReason: String, CaseIterable, Sendable {
    case missing, damaged
}
