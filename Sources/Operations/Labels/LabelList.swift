public import Domain

/// `label.list`
public struct LabelList: Operation {
    public var parcel: String?
    public var printer: PrinterName?
    public var state: LabelState?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "label.list", Role.allCases, "The label jobs.", refusals: [.unknownParcel])

    public static let fields: [Field<LabelList>] =
        [
            .optionalParcel(\.parcel, "Only of this parcel."),
            .optional("printer", \.printer, .id(), "Only for this printer."),
            .optional("state", \.state, .word(), "Only in this state."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var labels: [LabelSummary] = []
        public var hasMore = false
        public init() {}
        public static let fields: [Field<Result>] = [
            .rows("labels", \.labels, of: .record(), "The jobs by number."),
            .more(\.hasMore),
        ]
    }
}

extension LabelList: ListOperation {}

extension LabelList.Result: ListPage {
    public var rows: [LabelSummary] { labels }
    public var next: String? { labels.last?.job.description }
}
