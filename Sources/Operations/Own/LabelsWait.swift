public import Domain

/// The daemon's own: labels of a printer wait because they cannot be written; `label.failed` is emitted for the oldest.
public struct LabelsWait: Operation {
    public var printer = PrinterName("")
    public var reason = ""

    public init() {}

    public init(_ printer: PrinterName, reason: String) {
        self.printer = printer
        self.reason = reason
    }

    public static let declaration = Declaration.change(
        "labels.wait", [], "Labels of a printer wait because they cannot be written.")

    public static let fields: [Field<LabelsWait>] = [
        .required("printer", \.printer, .id(), "The printer."),
        .required("reason", \.reason, .sentence, "What keeps them."),
    ]

    public struct Result: Record, Equatable {
        public var job: LabelRow?

        public init() {}

        public static let fields: [Field<Result>] = [
            .optional("job", \.job, .row(), "The oldest label that waits; none where none does.")
        ]
    }
}
