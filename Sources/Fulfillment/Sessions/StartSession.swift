import Domain
import Operations
import WarehouseLayout

/// The same badge on the same device gets its open session back: after a restart of the handheld, work goes on
/// where it stood.
extension SessionStart: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        guard (cart == nil) != (station == nil) else {
            throw .badParams(
                param: "cart", problem: "name a cart to pick with or a station to pack at, one of them")
        }
        let stationName = try station.map { (code) throws(Refusal) in try floor.station(code).id.text }
        var result = Result()
        let open = try site.row(
            """
            SELECT * FROM session WHERE ended_at IS NULL AND badge = ? AND device = ? AND warehouse = ?
                AND cart IS ? AND station IS ?
            """, [badge, device, floor.warehouse, cart, stationName])
        if let open {
            result.session = try Session(open).row
            return result
        }
        try site.run(
            """
            INSERT INTO session (badge, device, warehouse, station, cart, started_at) VALUES (?, ?, ?, ?, ?, ?)
            """, [badge, device, floor.warehouse, stationName, cart, site.now.millisecondsSince1970])
        result.session = SessionRow(site.insertedRow)
        return result
    }
}

extension Floor {
    func station(_ code: StationCode) throws(Refusal) -> Station {
        guard let station = layout.station(code.text) else {
            throw .unknownStation(code.text, known: layout.stations.map(\.id.text))
        }
        return station
    }
}

/// What the person had begun is free for others.
extension SessionEnd: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let session = try site.session(self.session)
        if case .picking(let picking) = session.dialogue { try site.pause(picking.tour, of: session) }
        try site.run(
            "UPDATE session SET ended_at = ?, dialogue = ? WHERE id = ?",
            [site.now.millisecondsSince1970, Dialogue.idle.text, session.row])
        var result = Result()
        result.session = session.row
        return result
    }
}
