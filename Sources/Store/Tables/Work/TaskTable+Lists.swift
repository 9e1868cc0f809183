public import Domain

/// Which tasks a list is to have; nil where it does not matter.
public struct TaskFilter: Sendable, Equatable {
    public var kind: WorkKind?
    public var state: TaskState?
    public var warehouse: WarehouseCode?
    /// The bin where the work begins.
    public var bin: BinCode?
    /// "" for work that is about no client's goods in particular.
    public var client: ClientID?

    public init(
        kind: WorkKind? = nil, state: TaskState? = nil, warehouse: WarehouseCode? = nil, bin: BinCode? = nil,
        client: ClientID? = nil
    ) {
        self.kind = kind
        self.state = state
        self.warehouse = warehouse
        self.bin = bin
        self.client = client
    }
}

extension TaskTable {
    private static let next = SQL(
        """
        SELECT \(columns) FROM task INDEXED BY task_open
        WHERE warehouse = ? AND kind = ? AND \(isUnfinished) AND state = \(sql: TaskState.open) AND tour IS NULL
            AND for_lead = 0 AND not_by IS NOT ?
        ORDER BY priority DESC, id LIMIT ?
        """)
    private static let atStations = SQL(
        """
        SELECT \(columns) FROM task INDEXED BY task_open_tote
        WHERE source_tote IN (\(ToteTable.toBeEmptied))
            AND warehouse = ? AND kind = \(sql: WorkKind.putBack) AND \(isUnfinished)
                AND state = \(sql: TaskState.open) AND tour IS NULL AND for_lead = 0
        ORDER BY priority DESC, id LIMIT ?
        """)
    private static let atBin = SQL(
        """
        SELECT \(columns) FROM task INDEXED BY task_open_bin
        WHERE warehouse = ? AND source_bin = ? AND \(isUnfinished) ORDER BY id
        """)
    private static let atTote = SQL(
        "SELECT \(columns) FROM task INDEXED BY task_open_tote WHERE source_tote = ? AND \(isUnfinished) ORDER BY id"
    )
    private static let ofOrder = SQL(
        "SELECT \(columns) FROM task INDEXED BY task_order WHERE order_row = ? ORDER BY id")
    private static let openPieces = SQL(
        """
        SELECT coalesce(sum(quantity), 0) FROM task INDEXED BY task_order WHERE order_row = ? AND kind = ?
            AND \(isUnfinished)
        """)
    private static let unfinishedCounts = SQL(
        """
        SELECT kind, count(*) FROM task INDEXED BY task_open WHERE \(isUnfinished) GROUP BY kind ORDER BY kind
        """,
        mayScan: "counts what is left to do; tasks that are over are not in the index")

    /// The open tasks of a kind that are on no tour and wait for no lead, most urgent first.
    ///
    /// - Parameter badge: who is to do them; where it is left out, those are given that at least somebody may do.
    public func waiting(
        _ kind: WorkKind, in warehouse: WarehouseCode, by badge: BadgeID? = nil, limit: Int
    ) throws(Refusal) -> [WorkTask] {
        try db.all(Self.next, warehouse, kind, badge.orEmpty(), limit, read: WorkTask.init)
    }

    /// The open tasks that bring pieces back out of totes that stand at a station for it and that are on no tour, most
    /// urgent first.
    public func waitingAtStations(in warehouse: WarehouseCode, limit: Int) throws(Refusal) -> [WorkTask] {
        try db.all(Self.atStations, warehouse, limit, read: WorkTask.init)
    }

    /// The unfinished tasks that begin at a bin.
    public func unfinished(at bin: BinCode, in warehouse: WarehouseCode) throws(Refusal) -> [WorkTask] {
        try db.all(Self.atBin, warehouse, bin, read: WorkTask.init)
    }

    /// The unfinished tasks that begin with what is in a tote.
    public func unfinished(in tote: ToteID) throws(Refusal) -> [WorkTask] {
        try db.all(Self.atTote, tote, read: WorkTask.init)
    }

    /// The tasks of an order, finished ones too.
    public func tasks(of order: OrderRow) throws(Refusal) -> [WorkTask] {
        try db.all(Self.ofOrder, order, read: WorkTask.init)
    }

    /// Pieces of an order in unfinished tasks of a kind: those that have yet to be brought back, for one.
    public func pieces(of order: OrderRow, in kind: WorkKind) throws(Refusal) -> Int {
        try db.int(Self.openPieces, order, kind) ?? 0
    }

    /// How many unfinished tasks there are of each kind.
    public func unfinishedCounts() throws(Refusal) -> [WorkKind: Int] {
        var counts: [WorkKind: Int] = [:]
        for (kind, count) in try db.all(
            Self.unfinishedCounts,
            read: { (columns) throws(Refusal) -> (WorkKind, Int) in (try columns.word(), try columns.int()) })
        { counts[kind] = count }
        return counts
    }

    /// The tasks after one, by row, one more than `limit` where there are further ones.
    public func list(
        _ filter: TaskFilter, after last: TaskRow? = nil, limit: Int
    ) throws(Refusal) -> [WorkTask] {
        var text = "SELECT \(Self.columns) FROM task\(Self.index(filter)) WHERE id > ?"
        var values: [any SQLBindable] = [last?.number ?? 0]
        if let bin = filter.bin {
            text += " AND source_bin = ?"
            values.append(bin)
        }
        if let kind = filter.kind {
            text += " AND kind = ?"
            values.append(kind)
        }
        if let state = filter.state {
            text += " AND state = ?"
            values.append(state)
        }
        if let client = filter.client {
            text += " AND client = ?"
            values.append(client)
        }
        if let warehouse = filter.warehouse {
            text += " AND warehouse = ?"
            values.append(warehouse)
        }
        return try db.all(text: text + " ORDER BY id LIMIT ?", values + [limit + 1], read: WorkTask.init)
    }

    /// The index of what is rarest among the things asked for.
    private static func index(_ filter: TaskFilter) -> String {
        if filter.bin != nil { return " INDEXED BY task_bin" }
        if filter.state != nil { return " INDEXED BY task_state" }
        if filter.kind != nil { return " INDEXED BY task_kind" }
        if filter.client != nil { return " INDEXED BY task_client" }
        return filter.warehouse != nil ? " INDEXED BY task_warehouse" : ""
    }
}
