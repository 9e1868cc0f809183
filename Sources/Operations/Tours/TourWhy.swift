public import Domain

/// `tour.why`
public struct TourWhy: Operation {
    /// The prompt that stands, with the reasons in `show.why`.
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step: Int?

    public init() {}

    public static let declaration = Declaration.read(
        "tour.why", [.picker],
        "Why this stop, this bin and this quantity: the prompt that stands, with the reasons in show.why.",
        refusals: [.unknownSession, .wrongState, .staleStep])

    public static let fields: [Field<TourWhy>] = [.session(\.session), .optionalStep(\.step)]
}
