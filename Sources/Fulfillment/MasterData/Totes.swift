import Domain
import GRDB
import Operations

/// A tote as it stands.
struct Tote {
    let id: ToteID
    let state: ToteState
    let order: OrderRow?
    let tour: TourRow?
    let station: String?

    init(_ row: Row) throws(Refusal) {
        id = row["tote"]
        state = try row.word("state")
        order = row["order_row"]
        tour = row["tour"]
        station = row["station"]
    }
}

/// A known tote keeps its state, and what is left out.
extension ToteUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let known = try site.row("SELECT * FROM tote WHERE tote = ?", [tote])
        let size = inner ?? known?.size("")
        let before: WarehouseCode = known?["warehouse"] ?? ""
        let warehouse = try site.knownWarehouse(warehouse) ?? before
        if let known, before != warehouse {
            let tote = try Tote(known)
            guard tote.state == .free else {
                throw .toteInUse(tote: tote.id.text, by: try site.describe(tote))
            }
        }
        try site.run(
            """
            INSERT INTO tote (tote, warehouse, length_mm, width_mm, height_mm, tare_g, state)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'free') ON CONFLICT (tote) DO UPDATE
                SET warehouse = ?2, length_mm = ?3, width_mm = ?4, height_mm = ?5, tare_g = ?6
            """, [tote, warehouse, size?.length, size?.width, size?.height, tareG ?? known?["tare_g"] ?? 0])
        var result = Result()
        (result.tote, result.isNew) = (tote, known == nil)
        return result
    }
}

extension ToteList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.rows(
            """
            SELECT tote.*, orders.order_id, orders.client FROM tote LEFT JOIN orders ON orders.id = tote.order_row
            WHERE tote > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR tote.warehouse IN (?3, ''))
            ORDER BY tote LIMIT ?4
            """,
            [page.afterText, state?.rawValue, try site.knownWarehouse(warehouse), page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            var entry = ToteList.Tote()
            (entry.tote, entry.state) = (row["tote"], try row.word("state"))
            let warehouse: WarehouseCode = row["warehouse"]
            entry.warehouse = warehouse.isEmpty ? nil : warehouse
            (entry.order, entry.client, entry.station) = (row["order_id"], row["client"] ?? "", row["station"])
            (entry.inner, entry.tareG) = (row.size(""), row["tare_g"])
            result.totes.append(entry)
        }
        return result
    }
}

extension Transaction {
    func tote(_ id: ToteID) throws(Refusal) -> Tote {
        guard let row = try row("SELECT * FROM tote WHERE tote = ?", [id]) else {
            throw .unknownTote(id.text)
        }
        return try Tote(row)
    }

    /// Moves a tote to another state and place along a legal edge.
    func setTote(
        _ tote: Tote, to state: ToteState, order: OrderRow? = nil, tour: TourRow? = nil,
        station: String? = nil
    ) throws(Refusal) {
        try tote.state.checkStep(to: state, of: tote.id.text)
        try run(
            "UPDATE tote SET state = ?, order_row = ?, tour = ?, station = ? WHERE tote = ?",
            [state.rawValue, order, tour, station, tote.id])
    }
}
