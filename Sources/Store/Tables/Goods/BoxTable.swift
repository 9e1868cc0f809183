public import Domain

/// The types of boxes that orders are packed in.
public struct BoxTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let byID = SQL("SELECT \(Box.columns) FROM box WHERE box = ?")
    private static let byCode: SQL = "SELECT box FROM box WHERE box = ?1 OR barcode = ?1 ORDER BY box LIMIT 1"
    private static let all = SQL("SELECT \(Box.columns) FROM box ORDER BY box")
    private static let page = SQL("SELECT \(Box.columns) FROM box WHERE box > ? ORDER BY box LIMIT ?")
    private static let count: SQL = "SELECT count(*) FROM box"
    private static let upsert = SQL(
        """
        INSERT OR REPLACE INTO box (\(Box.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)

    public func box(_ id: BoxID) throws(Refusal) -> Box? { try db.first(Self.byID, id, read: Box.init) }

    /// The box type that a code names by its id or its barcode.
    public func box(code: String) throws(Refusal) -> BoxID? {
        try db.first(Self.byCode, code) { (columns) throws(Refusal) in try columns.id() }
    }

    /// All box types by id; there are as few as a site can choose from.
    public func all() throws(Refusal) -> [Box] { try db.all(Self.all, read: Box.init) }

    /// Box types by id, one more than `limit` where there are more.
    public func list(after id: BoxID = "", limit: Int) throws(Refusal) -> [Box] {
        try db.all(Self.page, id, limit + 1, read: Box.init)
    }

    public func count() throws(Refusal) -> Int { try db.int(Self.count) ?? 0 }

    /// Writes a box type, new or known.
    public func upsert(_ box: Box) throws(Refusal) {
        precondition(box.inner.sides.allSatisfy { $0 > 0 } && box.tareG >= 0, "a box without room")
        try db.run(
            Self.upsert, box.id, box.inner.length, box.inner.width, box.inner.height, box.outer?.length,
            box.outer?.width, box.outer?.height, box.tareG, box.maxWeightG, box.cost, box.supply, box.barcode,
            box.form,
            box.giveMM, box.clearanceMM, box.maxItems)
    }
}

extension Box {
    static let columns = """
        box, inner_length_mm, inner_width_mm, inner_height_mm, outer_length_mm, outer_width_mm, outer_height_mm, tare_g, \
        max_weight_g, cost, supply, barcode, kind, give_mm, clearance_mm, max_items
        """

    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            id: try columns.id(), inner: try columns.sizeMM(), outer: try columns.optionalSizeMM(),
            tareG: try columns.int(), maxWeightG: try columns.optionalInt(), cost: try columns.optionalText(),
            supply: try columns.optionalInt(), barcode: try columns.optionalText(), form: try columns.word(),
            giveMM: try columns.optionalInt(), clearanceMM: try columns.int(),
            maxItems: try columns.optionalInt())
    }
}
