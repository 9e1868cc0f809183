public import Domain

/// The SKUs of all clients, and the barcodes that name them and their units.
///
/// While the SKUs of an import are moved here, a read searches those that are not moved yet as well, and a change
/// first moves each that it reads: so whatever refers to a SKU finds it here (``SKUTable/moved(_:)``).
public struct SKUTable {
    let db: Connection
    public let staged: StagedSKUTable
    let moving: MovingImport
    /// As many as are picked and packed at a time; a thousand of them are a megabyte.
    private static let keptMax = 8_192
    let kept: RowCache<SKUKey, SKU>
    let keptCodes: RowCache<SKUKey, [ItemCode]>

    /// A barcode of a SKU and what it is of.
    struct ItemCode: Equatable {
        let barcode: String
        let unit: UnitName
    }

    init(_ db: Connection) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
        keptCodes = RowCache(of: db, rowsMax: Self.keptMax)
        staged = StagedSKUTable(db)
        moving = MovingImport(db)
    }

    /// The weight and the sides of a joined `sku`.
    static let measures = "sku.weight_g, sku.length_mm, sku.width_mm, sku.height_mm"
    /// A row where the SKU of a row `n` of `import_sku` is known and says how it is packed.
    static let packingOfImported = """
        SELECT 1 FROM sku WHERE sku.client = n.client AND sku.sku = n.sku AND sku.packing <> '{}'
        """

    private static let byID = SQL("SELECT \(SKU.columns) FROM sku WHERE client = ? AND sku = ?")
    private static let byNumber = SQL("SELECT \(SKU.columns) FROM sku WHERE sku = ? ORDER BY client")
    private static let byBarcode = SQL(
        """
        SELECT \(SKU.columns), unit FROM barcode JOIN sku USING (client, sku) WHERE barcode = ? ORDER BY client, sku, unit
        """)
    private static let codes: SQL =
        "SELECT barcode, unit FROM barcode WHERE client = ? AND sku = ? ORDER BY barcode"
    private static let ofClient = SQL(
        "SELECT \(SKU.columns) FROM sku WHERE client = ? AND sku > ? ORDER BY sku LIMIT ?")

    public func sku(_ id: SKUID, of client: ClientID) throws(Refusal) -> SKU? {
        let key = SKUKey(client, id)
        let patch = try moved(key)
        let stored = try kept.value(for: key) { () throws(Refusal) in
            try db.first(Self.byID, client, id, read: SKU.init)
        }
        guard let patch else { return stored }
        return try whole(patch, over: stored)
    }

    /// Everything that a code names: the SKUs of all clients whose id the first text is, and the SKUs and units
    /// that have one of the texts as a barcode.
    ///
    /// - Parameter texts: the code as it was read, then the trade item number in it, if there is one.
    /// - Returns: by client and SKU, each SKU and unit once.
    public func meanings(of texts: [String]) throws(Refusal) -> [ItemMeaning] {
        guard let code = texts.first else { return [] }
        let row = try moving.row()
        if let row, !db.isReading { try move(named: texts, of: row) }
        var meanings = try db.all(Self.byNumber, code) { (columns) throws(Refusal) in
            ItemMeaning(sku: try SKU(&columns), unit: nil)
        }
        for (index, text) in texts.enumerated() where !texts[..<index].contains(text) {
            let found = try db.all(Self.byBarcode, text) { (columns) throws(Refusal) in
                let sku = try SKU(&columns)
                let name: UnitName = try columns.word()
                let unit = sku.unit(name)
                if unit == nil && name != .each {
                    throw columns.unreadable("\(name.rawValue), which \(sku.id) does not have")
                }
                return ItemMeaning(sku: sku, unit: unit)
            }
            for meaning in found where !meanings.contains(meaning) { meanings.append(meaning) }
        }
        if let row, db.isReading { meanings = try self.meanings(of: texts, in: row, over: meanings) }
        return meanings.sorted { left, right in
            (left.sku.client.text, left.sku.id.text, left.pieces)
                < (right.sku.client.text, right.sku.id.text, right.pieces)
        }
    }

    /// Pieces that a code stands for where it names this SKU or a unit of it; nil where it names neither.
    public func pieces(in texts: [String], of sku: SKU) throws(Refusal) -> Int? {
        if texts.first == sku.id.text { return 1 }
        let patch = try moved(SKUKey(sku.client, sku.id))
        let codes = try codes(of: sku.id, sku.client)
        for text in texts {
            var unit = codes.first { $0.barcode == text }?.unit
            if let patch { unit = patch.unit(of: text, over: unit) }
            if let unit { return try pieces(in: unit, of: sku, named: text) }
        }
        return nil
    }

    /// One piece needs no declaration; every other unit does.
    private func pieces(in unit: UnitName, of sku: SKU, named barcode: String) throws(Refusal) -> Int {
        if let known = sku.unit(unit) { return known.quantity }
        guard unit == .each else {
            throw .unreadable(
                "barcode \"\(barcode)\": it names a \(unit.rawValue), which \(sku.id) does not have")
        }
        return 1
    }

    /// The barcodes of one piece, sorted.
    public func barcodes(of id: SKUID, _ client: ClientID) throws(Refusal) -> [String] {
        if let barcodes = try moved(SKUKey(client, id))?.barcodes { return Set(barcodes).sorted() }
        return try codes(of: id, client).filter { $0.unit == .each }.map(\.barcode)
    }

    /// The barcodes of a SKU and of its units, sorted.
    private func codes(of id: SKUID, _ client: ClientID) throws(Refusal) -> [ItemCode] {
        try keptCodes.value(for: SKUKey(client, id)) { () throws(Refusal) in
            try db.all(Self.codes, client, id) { (columns) throws(Refusal) in
                ItemCode(barcode: try columns.text(), unit: try columns.word())
            }
        } ?? []
    }

    /// A SKU or its barcodes were written.
    func forget(_ key: SKUKey) {
        kept.forget(key)
        keptCodes.forget(key)
    }

    /// SKUs were written, nobody knows which.
    func forgetAll() {
        kept.forgetAll()
        keptCodes.forgetAll()
    }

    /// The SKUs of a client by id, one more than `limit` where there are more.
    public func list(of client: ClientID, after id: SKUID = "", limit: Int) throws(Refusal) -> [SKU] {
        let stored = try db.all(Self.ofClient, client, id, limit + 1, read: SKU.init)
        guard let row = try moving.row() else { return stored }
        let others = try staged.keys(of: client, after: id, limit: limit + 1, in: row)
        let ids = Set(stored.map(\.id) + others.map(\.id)).sorted().prefix(limit + 1)
        var skus: [SKU] = []
        for id in ids { if let sku = try sku(id, of: client) { skus.append(sku) } }
        return skus
    }
}
