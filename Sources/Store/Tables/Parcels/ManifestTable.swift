public import Domain

/// The manifests: which driver took which parcels along.
public struct ManifestTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    static let columns = "id, warehouse, driver, state, opened_at, closed_at"
    private static let byRow = SQL("SELECT \(columns) FROM manifest WHERE id = ?")
    private static let open = SQL(
        """
        SELECT \(columns) FROM manifest WHERE warehouse = ? AND driver = ? AND state = \(sql: ManifestState.open)
        ORDER BY id LIMIT 1
        """)
    private static let insert = SQL(
        """
        INSERT INTO manifest (warehouse, driver, state, opened_at) VALUES (?, ?, \(sql: ManifestState.open), ?)
        RETURNING \(columns)
        """)

    public func manifest(_ row: ManifestRow) throws(Refusal) -> Manifest? {
        try db.first(Self.byRow, row, read: Manifest.init)
    }

    /// The manifest that a driver's parcels go onto now; a new one where none is open.
    public func openManifest(
        of driver: DriverID, in warehouse: WarehouseCode, at now: Instant
    ) throws(Refusal) -> Manifest {
        if let open = try db.first(Self.open, warehouse, driver, read: Manifest.init) { return open }
        try checkInitial(ManifestState.open)
        guard let new = try db.first(Self.insert, warehouse, driver, now, read: Manifest.init) else {
            throw .missingRow("manifest", "of \(driver)")
        }
        return new
    }
}

extension Manifest {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), warehouse: try columns.id(), driver: try columns.id(),
            state: try columns.word(),
            openedAt: try columns.instant(), closedAt: try columns.optionalInstant())
    }
}
