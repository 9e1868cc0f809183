public import Domain

/// `layout.list`
public struct LayoutList: Operation {
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "layout.list", Role.allCases, "The warehouses with their layouts.")

    public static let fields: [Field<LayoutList>] = .members(of: \.page)

    public struct Result: Record {
        public var layouts: [Layout] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("layouts", \.layouts, of: .record(), "The revisions in force, by warehouse."),
            .more(\.hasMore),
        ]
    }

    /// The layout of one warehouse.
    public struct Layout: Record, Equatable {
        public var warehouse = WarehouseCode("")
        public var name = ""
        public var revision = 1
        public var bins = 0
        public var stations = 0
        public var timezone = ""
        public var loadedAt = Instant(millisecondsSince1970: 0)

        public init() {}

        public static let fields: [Field<Layout>] = [
            .required("warehouse", \.warehouse, .warehouse, "The warehouse."),
            .required("name", \.name, .sentence, "What people call it."),
            .required("revision", \.revision, .count, "The revision in force."),
            .required("bins", \.bins, .count, "How many bins it has."),
            .required("stations", \.stations, .count, "How many stations it has."),
            .required("timezone", \.timezone, .sentence, "The time zone whose days count there."),
            .required("loaded_at", \.loadedAt, .time, "When that revision was loaded."),
        ]
    }
}

extension LayoutList: ListOperation {}

extension LayoutList.Result: ListPage {
    public var rows: [LayoutList.Layout] { layouts }
    public var next: String? { layouts.last?.warehouse.text }
}
