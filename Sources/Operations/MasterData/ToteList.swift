public import Domain

/// `tote.list`
public struct ToteList: Operation {
    public var state: ToteState?
    public var warehouse: WarehouseCode?
    public var client: ClientID?
    public var page = Page()

    public init() {}

    public static let declaration = Declaration.read(
        "tote.list", Role.allCases, "The totes with their states.", refusals: [.unknownWarehouse])

    public static let fields: [Field<ToteList>] =
        [
            .optional("state", \.state, .word(), "Only totes in this state."),
            .optional("warehouse", \.warehouse, .warehouse, "Only totes of this warehouse."),
            .optional(
                "client", \.client, .client,
                "Only totes with an order of this client in them; \"\" for those of none."),
        ] + .members(of: \.page)

    public struct Result: Record {
        public var totes: [Tote] = []
        public var hasMore = false

        public init() {}

        public static let fields: [Field<Result>] = [
            .rows("totes", \.totes, of: .record(), "The totes by code."),
            .more(\.hasMore),
        ]
    }

    /// One tote.
    public struct Tote: Record, Equatable {
        public var tote = ToteID("")
        public var state = ToteState.free
        public var order: OrderID?
        public var client = ClientID("")
        public var station: StationCode?
        public var warehouse: WarehouseCode?
        public var inner: SizeMM?
        public var tareG = 0

        public init() {}

        public static let fields: [Field<Tote>] = [
            .required("tote", \.tote, .id(), "The code on its plate."),
            .required("state", \.state, .word(), "What it is used for now."),
            .optional("order_id", \.order, .orderID, "The order that is in it."),
            .client(\.client),
            .optional("station", \.station, .id(), "The station that it stands at."),
            .optional(
                "warehouse", \.warehouse, .warehouse, "Where it is used; left out before any layout is."),
            .optional("inner_mm", \.inner, .sizeMM, "The room inside."),
            .required("tare_g", \.tareG, .weightG, "Its own weight."),
        ]
    }
}

extension ToteList: ListOperation {}

extension ToteList.Result: ListPage {
    public var rows: [ToteList.Tote] { totes }
    public var next: String? { totes.last?.tote.text }
}
