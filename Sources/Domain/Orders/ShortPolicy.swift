/// What becomes of an order whose stock turns out short.
public enum ShortPolicy: String, CaseIterable, Sendable {
    case wait, ship, cancel
}
