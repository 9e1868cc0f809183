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
        let station = try self.station.map { (code) throws(Refusal) in
            StationCode(try floor.station(code).id.text)
        }
        let open = try site.store.sessions.open(of: badge, on: device).first {
            $0.warehouse == floor.warehouse && $0.cart == cart && $0.station == station
        }
        var result = Result()
        if let open {
            result.session = open.row
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
