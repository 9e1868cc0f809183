public import Domain

/// `pack.scan`
public struct PackScan: Operation {
    public typealias Result = Prompt

    public var session = SessionRow(0)
    public var step = 0
    public var code = ""

    public init() {}

    public static let declaration = Declaration.change(
        "pack.scan", [.packer], "What was scanned or keyed for a step: box, items, weight, close, label.",
        refusals: [
            .unknownSession, .wrongState, .staleStep, .wrongBox, .unknownBox, .wrongItem, .tooMany,
            .doesNotFit,
            .weightOff, .contentsDiffer, .wrongLabel, .wrongTote, .unknownTote, .toteInUse, .notConfigured,
        ])

    public static let fields: [Field<PackScan>] = [
        .session(\.session), .step(\.step),
        .required(
            "code", \.code, .code,
            "All that was scanned or keyed; *UNDO takes the last piece out, *FULL ends the box."),
    ]
}
