public import Domain

/// `tour.next`
public struct TourNext: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var kinds: [WorkKind] = []

    public init() {}

    public static let declaration = Declaration.change(
        "tour.next", [.picker], "The next tour, or the current prompt of the one begun.",
        refusals: [.unknownSession, .wrongState])

    /// The kinds of work that are walked to today.
    public static let kindsWalked: [WorkKind] = [.pick, .putBack, .count]

    public static let fields: [Field<TourNext>] = [
        .session(\.session),
        .list(
            "kinds", \.kinds, of: .word(of: kindsWalked), max: kindsWalked.count,
            "Only tours of these kinds; all where it is left out."),
    ]
}
