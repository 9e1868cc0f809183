/// What stands beside an order's stage.
public enum OrderFlag: String, CaseIterable, Sendable {
    case short, held
    case cancelRequested = "cancel_requested"
    case late

    /// Those that stand until something happens; an order becomes late as time goes by.
    public static let kept: [OrderFlag] = [.short, .held, .cancelRequested]
}
