public import Domain

/// `label.move`
public struct LabelMove: Operation {
    public var job: LabelRow?
    public var from: PrinterName?
    public var printer = PrinterName("")

    public init() {}

    public static let declaration = Declaration.change(
        "label.move", [.packer],
        "Sends labels that are not with a feeder yet to another printer, in their order.",
        rules: [.exactlyOne(["job", "from"])], refusals: [.unknownLabel, .unknownPrinter, .wrongState])

    public static let fields: [Field<LabelMove>] = [
        .optional("job", \.job, .row(), "One label job; also one that could not be drawn, to try it again."),
        .optional(
            "from", \.from, .id(),
            "The oldest 500 that wait for this printer, or could not be drawn for it and are still wanted."),
        .required("printer", \.printer, .id(), "Where they go."),
    ]

    public struct Result: Record {
        public var printer = PrinterName("")
        public var moved: [LabelRow] = []
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("printer", \.printer, .id(), "Where they went."),
            .rows("moved", \.moved, of: .row(), "The jobs that went there, in their order."),
        ]
    }
}
