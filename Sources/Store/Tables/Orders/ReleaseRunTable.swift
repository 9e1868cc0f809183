public import Domain

/// The releases of all orders that are under way. One that has come to its end is not kept: what it released and what
/// waits on stand in the orders.
public struct ReleaseRunTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    static let columns = """
        id, warehouse, client, begun_at, part, at_warehouse, priority, pickup_at, accepted_at, order_row, released, \
        waiting, to_come
        """
    private static let oldest = SQL("SELECT \(columns) FROM release_run ORDER BY id LIMIT 1")
    private static let ofFilter = SQL(
        "SELECT \(columns) FROM release_run WHERE warehouse IS ? AND client IS ? ORDER BY id LIMIT 1")
    private static let left: SQL = "SELECT coalesce(sum(to_come), 0) FROM release_run"
    private static let insertion: SQL = """
        INSERT INTO release_run (warehouse, client, begun_at, part, at_warehouse, priority, pickup_at, accepted_at,
            order_row, released, waiting, to_come)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let progress: SQL = """
        UPDATE release_run SET part = ?, at_warehouse = ?, priority = ?, pickup_at = ?, accepted_at = ?, order_row = ?,
            released = ?, waiting = ?, to_come = ?
        WHERE id = ?
        """
    private static let removal: SQL = "DELETE FROM release_run WHERE id = ?"

    /// The one that was begun first.
    public func oldest() throws(Refusal) -> ReleaseRun? { try db.first(Self.oldest, read: ReleaseRun.init) }

    /// The one with this filter.
    public func underWay(_ filter: ReleaseRun.Filter) throws(Refusal) -> ReleaseRun? {
        try db.first(Self.ofFilter, filter.warehouse, filter.client, read: ReleaseRun.init)
    }

    /// Orders that the runs under way have yet to process, all together.
    public func left() throws(Refusal) -> Int { try db.int(Self.left) ?? 0 }

    /// Writes down how far one has come; one at its end is removed.
    ///
    /// - Returns: it, as it is kept.
    @discardableResult
    public func save(_ run: ReleaseRun) throws(Refusal) -> ReleaseRun {
        assert(run.released >= 0 && run.waiting >= 0 && run.left >= 0, "orders are counted")
        guard let place = run.place else {
            if let row = run.row { try db.expectOne(try db.run(Self.removal, row), "release_run", row) }
            return run
        }
        guard let row = run.row else {
            let new: ReleaseRunRow = try db.insert(
                Self.insertion, run.filter.warehouse, run.filter.client, run.begunAt, place.part,
                place.warehouse, place.urgency?.priority, place.urgency?.pickupAt, place.urgency?.acceptedAt,
                place.order, run.released, run.waiting, run.left)
            return ReleaseRun(
                row: new, filter: run.filter, begunAt: run.begunAt, place: place, released: run.released,
                waiting: run.waiting, left: run.left)
        }
        try db.expectOne(
            try db.run(
                Self.progress, place.part, place.warehouse, place.urgency?.priority, place.urgency?.pickupAt,
                place.urgency?.acceptedAt, place.order, run.released, run.waiting, run.left, row),
            "release_run", row)
        return run
    }
}

/// Which orders are processed: those that are accepted, then those of which something is missing.
private enum ReleasePart: String, SQLBindable {
    case accepted, short
}

extension ReleaseRun.Place {
    fileprivate var part: ReleasePart {
        switch self {
        case .accepted: .accepted
        case .short: .short
        }
    }

    fileprivate var urgency: Urgency? {
        if case .accepted(_, let last) = self { last } else { nil }
    }

    fileprivate var order: OrderRow? {
        switch self {
        case .accepted(_, let last): last?.row
        case .short(_, let last): last
        }
    }
}

extension ReleaseRun {
    init(_ columns: inout Columns) throws(Refusal) {
        let row: ReleaseRunRow = try columns.row()
        let filter = Filter(warehouse: try columns.optionalID(), client: try columns.optionalID())
        let begunAt = try columns.instant()
        let part: ReleasePart = try columns.word()
        let warehouse: WarehouseCode = try columns.id()
        let (priority, pickupAt) = (try columns.optionalInt(), try columns.optionalInstant())
        let acceptedAt = try columns.optionalInstant()
        let last: OrderRow? = try columns.optionalRow()
        let place: Place
        switch part {
        case .short: place = .short(in: warehouse, after: last)
        case .accepted:
            if let priority, let acceptedAt, let last {
                let urgency = Urgency(priority: priority, pickupAt: pickupAt, acceptedAt: acceptedAt, row: last)
                place = .accepted(in: warehouse, after: urgency)
            } else {
                // With a part of it missing the release would begin again.
                guard priority == nil, pickupAt == nil, acceptedAt == nil, last == nil else {
                    throw columns.unreadable("a part of the urgency of the order reached")
                }
                place = .accepted(in: warehouse, after: nil)
            }
        }
        self.init(
            row: row, filter: filter, begunAt: begunAt, place: place, released: try columns.int(),
            waiting: try columns.int(), left: try columns.int())
    }
}
