public import Domain

/// `tour.list`
public struct TourList: Operation {
    public var state: TourState?
    public var warehouse: WarehouseCode?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "tour.list", Role.allCases, "The tours.", refusals: [.unknownWarehouse])

    public static let fields: [Field<TourList>] =
        [
            .optional("state", \.state, .word(), "Only tours in this state."),
            .optional("warehouse", \.warehouse, .warehouse, "Only in this warehouse."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var tours: [TourSummary] = []
        public var hasMore = false
        public init() {}
        public static let fields: [Field<Result>] = [
            .rows("tours", \.tours, of: .record(), "The tours by number."),
            .more(\.hasMore),
        ]
    }
}

extension TourList: ListOperation {}

extension TourList.Result: ListPage {
    public var rows: [TourSummary] { tours }
    public var next: String? { tours.last?.tour.description }
}
