public import Domain

/// The warehouses, and every text that was ever loaded as the layout of one.
public struct LayoutTable {
    let db: Connection
    /// More than one house has.
    private static let keptMax = 256
    private let keptRevisions: RowCache<WarehouseCode, Int>

    init(_ db: Connection) {
        self.db = db
        keptRevisions = RowCache(of: db, rowsMax: Self.keptMax)
    }

    private static let columns = "warehouse, name, revision, loaded_at"
    private static let codes: SQL = "SELECT warehouse FROM warehouse ORDER BY warehouse"
    private static let all = SQL(
        "SELECT \(columns) FROM warehouse JOIN layout USING (warehouse, revision) ORDER BY warehouse")
    private static let revision: SQL = "SELECT revision FROM warehouse WHERE warehouse = ?"
    private static let text: SQL = "SELECT yaml FROM layout WHERE warehouse = ? AND revision = ?"
    private static let setWarehouse: SQL = """
        INSERT INTO warehouse (warehouse, name, revision) VALUES (?1, ?2, ?3)
        ON CONFLICT (warehouse) DO UPDATE SET name = ?2, revision = ?3
        """
    private static let insert: SQL =
        "INSERT INTO layout (warehouse, revision, yaml, loaded_at) VALUES (?, ?, ?, ?)"

    /// The warehouses that there are, by code.
    public func codes() throws(Refusal) -> [WarehouseCode] {
        try db.all(Self.codes) { (columns) throws(Refusal) in try columns.id() }
    }

    /// The warehouses with the revision in force in each, by code.
    public func warehouses() throws(Refusal) -> [Warehouse] {
        try db.all(Self.all) { (columns) throws(Refusal) in
            Warehouse(
                code: try columns.id(), name: try columns.text(), revision: try columns.int(),
                loadedAt: try columns.instant())
        }
    }

    /// The revision in force; nil where there is no such warehouse.
    public func revision(of warehouse: WarehouseCode) throws(Refusal) -> Int? {
        try keptRevisions.value(for: warehouse) { () throws(Refusal) in try db.int(Self.revision, warehouse) }
    }

    /// The layout file's text of one revision.
    public func text(of warehouse: WarehouseCode, revision: Int) throws(Refusal) -> String? {
        try db.first(Self.text, warehouse, revision) { (columns) throws(Refusal) in try columns.text() }
    }

    /// Makes a text the next revision of a warehouse, which may be a new one.
    public func insert(_ warehouse: Warehouse, text: String) throws(Refusal) {
        precondition(warehouse.revision > 0)
        keptRevisions.forget(warehouse.code)
        try db.run(Self.setWarehouse, warehouse.code, warehouse.name, warehouse.revision)
        try db.run(Self.insert, warehouse.code, warehouse.revision, text, warehouse.loadedAt)
    }
}
