public import Domain

/// `tour.scan`
public struct TourScan: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step = 0
    public var code = ""

    public init() {}

    public static let declaration = Declaration.change(
        "tour.scan", [.picker], "What was scanned or keyed for a step.",
        refusals: [
            .unknownSession, .wrongState, .staleStep, .wrongBin, .wrongItem, .wrongLot, .wrongTote,
            .wrongStation, .tooMany, .unknownTote, .toteInUse, .ambiguousCode,
        ])

    public static let fields: [Field<TourScan>] = [
        .session(\.session), .step(\.step),
        .required(
            "code", \.code, .code,
            "All that was scanned or keyed; *SKIP, *SHORT, *FULL, *UNDO, *WHY and *PAUSE are commands."),
    ]
}
