public import Domain
import LineProtocol

/// `layout.check`
public struct LayoutCheck: Operation {
    public var yaml = ""

    public init() {}

    public static let declaration = Declaration.read(
        "layout.check", [.viewer],
        "Checks a layout file and says every fault; warns of pick bins that no cart gets to.",
        refusals: [.layoutFaults])

    public static let fields: [Field<LayoutCheck>] = [.layoutFile(\.yaml)]

    public struct Result: Record {
        public var warehouse = WarehouseCode("")
        public var bins = 0
        public var stations = 0
        public var warnings: [String] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("warehouse", \.warehouse, .warehouse, "The warehouse that the file is of."),
            .required("bins", \.bins, .count, "How many bins it has."),
            .required("stations", \.stations, .count, "How many stations it has."),
            .rows("warnings", \.warnings, of: .sentence, "What is rarely meant."),
        ]
    }
}

extension Field {
    static func layoutFile(_ place: Place<Root, String>) -> Field {
        required(
            "yaml", place, .text(maxBytes: WireLimits.layoutBytesMax), "The text of the layout file.")
    }
}
