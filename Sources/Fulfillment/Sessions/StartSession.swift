import Domain
import Operations
import WarehouseLayout

/// A badge that comes with the same cart, or to the same station, gets its open session back: after a restart of the
/// handheld, and on another one where that has broken, work goes on where it stood.
extension SessionStart: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        guard (cart == nil) != (station == nil) else {
            throw .badParams(
                param: "cart", problem: "name a cart to pick with or a station to pack at, one of them")
        }
        let station = try self.station.map { (code) throws(Refusal) in
            StationCode(try floor.station(code).id.text)
        }
        let open = try site.store.sessions.open(of: badge).filter {
            $0.warehouse == floor.warehouse && $0.cart == cart && $0.station == station
        }
        var result = Result()
        if let session = open.first(where: { $0.device == device }) ?? open.last {
            if session.device != device { try site.store.sessions.move(session, to: device) }
            result.session = session.row
        } else {
            let new = NewSession(
                badge: badge, device: device, warehouse: floor.warehouse, station: station, cart: cart)
            result.session = try site.store.sessions.insert(new, idle: Dialogue.idle.json, at: site.now).row
        }
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
