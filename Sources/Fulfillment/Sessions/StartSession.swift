import JSON
import WarehouseLayout

extension Transaction {
    /// `session.start`: a badge begins on a device, with a cart or at a station.
    ///
    /// The same badge on the same device gets its open session back: after a restart of the handheld, work
    /// goes on where it stood.
    func startSession(_ params: Params) throws(Refusal) -> JSONValue {
        let floor = try floor(try warehouse(params))
        let badge = try params.id("badge")
        let device = try params.id("device")
        let cart = try params.optionalID("cart")
        let station = try station(params, on: floor)
        guard (cart == nil) != (station == nil) else {
            throw .badParams(
                param: "cart", problem: "name a cart to pick with or a station to pack at, one of them")
        }
        if let open = try row(
            """
            SELECT * FROM session WHERE ended_at IS NULL AND badge = ? AND device = ? AND warehouse = ?
                AND cart IS ? AND station IS ?
            """, [badge, device, floor.warehouse, cart, station?.id.text])
        {
            return ["session": .int(Session(open).row.number)]
        }
        try run(
            """
            INSERT INTO session (badge, device, warehouse, station, cart, started_at) VALUES (?, ?, ?, ?, ?, ?)
            """, [badge, device, floor.warehouse, station?.id.text, cart, now.millisecondsSince1970])
        return ["session": .int(insertedRow)]
    }

    private func station(_ params: Params, on floor: Floor) throws(Refusal) -> Station? {
        guard let code = try params.optionalText("station") else { return nil }
        guard let station = floor.layout.station(code) else {
            throw .unknownStation(code, known: floor.layout.stations.map(\.id.text))
        }
        return station
    }

    /// `session.end`: what the person had begun is free for others.
    func endSession(_ params: Params) throws(Refusal) -> JSONValue {
        let session = try session(params)
        if case .picking(let picking) = session.dialogue { try pause(picking.tour, of: session) }
        try run(
            "UPDATE session SET ended_at = ?, dialogue = ? WHERE id = ?",
            [now.millisecondsSince1970, Dialogue.idle.text, session.row])
        return ["session": .int(session.row.number)]
    }

    /// `session.list`: the open sessions, or all.
    func listSessions(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let all = try params.flag("all")
        let found = try rows(
            "SELECT * FROM session WHERE id > ? AND (? OR ended_at IS NULL) ORDER BY id LIMIT ?",
            [page.afterNumber, all, page.limit + 1])
        return page.answer(
            "sessions",
            found.map { row in
                let session = Session(row)
                var object: JSONObject = [
                    "session": .int(session.row.number), "badge": .string(session.badge),
                    "device": .string(session.device), "warehouse": .string(session.warehouse.text),
                ]
                if let cart = session.cart { object["cart"] = .string(cart) }
                if let station = session.station { object["station"] = .string(station) }
                object["open"] = .bool(session.isOpen)
                object["doing"] = .string(session.dialogue.name)
                return .object(object)
            })
    }
}
