public import Domain

/// `tour.short`
public struct TourShort: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step = 0
    public var found = 0
    public var reason = ShortReason.missing

    public init() {}

    public static let declaration = Declaration.change(
        "tour.short", [.picker], "There is less in the bin than asked for.",
        refusals: [.unknownSession, .wrongState, .staleStep, .tooMany])

    public static let fields: [Field<TourShort>] = [
        .session(\.session), .step(\.step),
        .required("found", \.found, .count, "How many there are: fewer than asked for."),
        .required("reason", \.reason, .word(), "Why."),
    ]
}
