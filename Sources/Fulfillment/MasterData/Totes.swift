import GRDB
import JSON

/// A tote as it stands.
struct Tote {
    let id: ToteID
    let state: ToteState
    let order: OrderRow?
    let tour: TourRow?
    let station: String?

    init(_ row: Row) {
        id = row["tote"]
        state = ToteState(rawValue: row["state"]) ?? .outOfService
        order = row["order_row"]
        tour = row["tour"]
        station = row["station"]
    }
}

extension Transaction {
    /// `tote.upsert`: makes a licence plate known; a known one keeps its state.
    func upsertTote(_ params: Params) throws(Refusal) -> JSONValue {
        let id = ToteID(try params.id("tote"))
        let size = try params.optionalSizeMM("inner_mm")
        let known = try row("SELECT 1 FROM tote WHERE tote = ?", [id]) != nil
        try run(
            """
            INSERT INTO tote (tote, length_mm, width_mm, height_mm, tare_g, state) VALUES (?1, ?2, ?3, ?4, ?5, 'free')
            ON CONFLICT (tote) DO UPDATE SET length_mm = ?2, width_mm = ?3, height_mm = ?4, tare_g = ?5
            """, [id, size?.0, size?.1, size?.2, try params.optionalCount("tare_g", least: 0) ?? 0])
        return ["tote": .string(id.text), "is_new": .bool(!known)]
    }

    /// `tote.list`: by id, all or those in one state.
    func listTotes(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let state = try params.optionalText("state")
        let found = try rows(
            """
            SELECT tote.*, orders.order_id FROM tote LEFT JOIN orders ON orders.id = tote.order_row
            WHERE tote > ?1 AND (?2 IS NULL OR state = ?2) ORDER BY tote LIMIT ?3
            """, [page.after, state, page.limit + 1])
        return page.answer(
            "totes",
            found.map { row in
                var tote: JSONObject = ["tote": .string(row["tote"]), "state": .string(row["state"])]
                if let order = row["order_id"] as String? { tote["order_id"] = .string(order) }
                if let station = row["station"] as String? { tote["station"] = .string(station) }
                return .object(tote)
            })
    }

    func tote(_ id: ToteID) throws(Refusal) -> Tote {
        guard let row = try row("SELECT * FROM tote WHERE tote = ?", [id]) else {
            throw .unknownTote(id.text)
        }
        return Tote(row)
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
