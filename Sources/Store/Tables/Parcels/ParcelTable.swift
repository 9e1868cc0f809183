public import Domain

/// The parcels of the orders that are under way, and what goes where in each.
///
/// A parcel keeps how many pieces its plan has and how many are in the box, so that a prompt need not count them.
public struct ParcelTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    /// Pieces may be put into it and taken out.
    static let isOpen = "state = \(sql: ParcelState.open)"
    /// After SELECT: each state that parcels of the order of row `?1` are in, voided ones left out, and how many are.
    static let statesOfOrder = """
        state, count(*) FROM parcel WHERE order_row = ?1 AND state <> \(sql: ParcelState.voided) GROUP BY state
        """

    private static let byRow = SQL("SELECT \(Parcel.columns) FROM parcel WHERE id = ?")
    private static let bySSCC = SQL("SELECT \(Parcel.columns) FROM parcel WHERE sscc = ?")
    private static let ofOrder = SQL(
        """
        SELECT \(Parcel.columns) FROM parcel WHERE order_row = ? AND state <> \(sql: ParcelState.voided)
        ORDER BY number, id
        """)
    private static let everOfOrder = SQL(
        "SELECT \(Parcel.columns) FROM parcel WHERE order_row = ? ORDER BY id")
    private static let states = SQL("SELECT \(statesOfOrder)")
    private static let page = SQL("SELECT \(Parcel.columns) FROM parcel WHERE id > ? ORDER BY id LIMIT ?")

    public func parcel(_ row: ParcelRow) throws(Refusal) -> Parcel? {
        try db.first(Self.byRow, row, read: Parcel.init)
    }

    public func parcel(sscc: String) throws(Refusal) -> Parcel? {
        try db.first(Self.bySSCC, sscc, read: Parcel.init)
    }

    /// The parcels of an order that were not voided, by number.
    public func parcels(of order: OrderRow) throws(Refusal) -> [Parcel] {
        try db.all(Self.ofOrder, order, read: Parcel.init)
    }

    /// All parcels that an order ever had, by row.
    public func everyParcel(of order: OrderRow) throws(Refusal) -> [Parcel] {
        try db.all(Self.everOfOrder, order, read: Parcel.init)
    }

    /// How many parcels of an order are in each state, voided ones left out.
    public func states(of order: OrderRow) throws(Refusal) -> [ParcelState: Int] {
        let counts = try db.all(Self.states, order) { (columns) throws(Refusal) in
            (try columns.word() as ParcelState, try columns.int())
        }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// All parcels after a row, for reading everything in pages.
    public func parcels(after row: ParcelRow?, limit: Int) throws(Refusal) -> [Parcel] {
        try db.all(Self.page, row?.number ?? 0, limit, read: Parcel.init)
    }

    /// What a list of parcels may be narrowed to.
    public struct Filter: Sendable, Equatable {
        public var order: OrderRow?
        public var state: ParcelState?
        public var driver: DriverID?
        public var client: ClientID?
        public var warehouse: WarehouseCode?

        public init(
            order: OrderRow? = nil, state: ParcelState? = nil, driver: DriverID? = nil,
            client: ClientID? = nil,
            warehouse: WarehouseCode? = nil
        ) {
            self.order = order
            self.state = state
            self.driver = driver
            self.client = client
            self.warehouse = warehouse
        }
    }

    /// Parcels by row, one more than `limit` where there are more.
    ///
    /// - Complexity: linear in `limit`, and in the parcels that are passed in the index of the first given of order,
    ///   driver, state, client and warehouse.
    public func list(_ filter: Filter, after row: ParcelRow?, limit: Int) throws(Refusal) -> [Parcel] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        func require(_ condition: String, _ value: (any SQLBindable)?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        require("order_row = ?", filter.order)
        require("driver = ?", filter.driver)
        require("state = ?", filter.state)
        require("client = ?", filter.client)
        require("warehouse = ?", filter.warehouse)
        require("id > ?", row?.number ?? 0)
        let text = """
            SELECT \(Parcel.columns) FROM parcel\(index(for: filter)) WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id LIMIT ?
            """
        return try db.all(text: text, values + [limit + 1], read: Parcel.init)
    }

    private func index(for filter: Filter) -> String {
        if filter.order != nil { return " INDEXED BY parcel_order" }
        if filter.driver != nil { return " INDEXED BY parcel_driver" }
        if filter.state != nil { return " INDEXED BY parcel_state" }
        if filter.client != nil { return " INDEXED BY parcel_client" }
        return filter.warehouse == nil ? "" : " INDEXED BY parcel_warehouse"
    }
}
