public enum ReleaseRunKind {}
public typealias ReleaseRunRow = RowID<ReleaseRunKind>

/// A release of all orders that wait, as far as it has come: it processes one order after the other, most urgent first,
/// and then those of which something is missing.
public struct ReleaseRun: Sendable, Equatable {
    /// Which orders it processes; nil for any.
    public struct Filter: Sendable, Equatable {
        public var warehouse: WarehouseCode?
        public var client: ClientID?

        public init(warehouse: WarehouseCode? = nil, client: ClientID? = nil) {
            self.warehouse = warehouse
            self.client = client
        }
    }

    /// How far it has come: which orders of which warehouse it processes, and the one that it processed last.
    public enum Place: Sendable, Equatable {
        case accepted(in: WarehouseCode, after: Urgency?)
        case short(in: WarehouseCode, after: OrderRow?)

        public var warehouse: WarehouseCode {
            switch self {
            case .accepted(let warehouse, _), .short(let warehouse, _): warehouse
            }
        }

        /// The place when an order has been processed.
        public func passed(_ order: Order) -> Place {
            switch self {
            case .accepted(let warehouse, _): .accepted(in: warehouse, after: order.urgency)
            case .short(let warehouse, _): .short(in: warehouse, after: order.row)
            }
        }
    }

    /// Nil before it is written down.
    public let row: ReleaseRunRow?
    public let filter: Filter
    public let begunAt: Instant
    /// Nil at its end.
    public var place: Place?
    /// Orders that it has released.
    public var released: Int
    /// Orders that it has processed and that wait on.
    public var waiting: Int
    /// Orders that it has yet to process.
    public var left: Int

    public init(
        row: ReleaseRunRow? = nil, filter: Filter, begunAt: Instant, place: Place?, released: Int = 0,
        waiting: Int = 0, left: Int
    ) {
        self.row = row
        self.filter = filter
        self.begunAt = begunAt
        self.place = place
        self.released = released
        self.waiting = waiting
        self.left = left
    }
}
