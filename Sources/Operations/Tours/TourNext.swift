public import Domain

/// `tour.next`
public struct TourNext: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)

    public init() {}

    public static let declaration = Declaration.change(
        "tour.next", [.picker], "The next tour, or the current prompt of the one begun.",
        refusals: [.unknownSession, .wrongState])

    public static let fields: [Field<TourNext>] = [.session(\.session)]
}
