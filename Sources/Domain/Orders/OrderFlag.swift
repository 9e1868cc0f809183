/// What stands beside an order's stage.
public enum OrderFlag: String, CaseIterable, Sendable {
    case short, held
    case cancelRequested = "cancel_requested"
    case late
}
