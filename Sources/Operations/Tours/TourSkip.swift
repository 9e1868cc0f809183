public import Domain

/// `tour.skip`
public struct TourSkip: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step: Int?

    public init() {}

    public static let declaration = Declaration.change(
        "tour.skip", [.picker], "Leaves this stop for later; the rest of the walk is planned anew from here.",
        refusals: [.unknownSession, .wrongState, .staleStep])

    public static let fields: [Field<TourSkip>] = [.session(\.session), .optionalStep(\.step)]
}
