public import Domain

/// `tour.pause`
public struct TourPause: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step: Int?

    public init() {}

    public static let declaration = Declaration.change(
        "tour.pause", [.picker], "Lays the tour aside; anybody may go on with its cart.",
        refusals: [.unknownSession, .wrongState, .staleStep])

    public static let fields: [Field<TourPause>] = [.session(\.session), .optionalStep(\.step)]
}
