import JSON
import WarehouseLayout

/// Finds the places that a plan's lines name.
struct PlanLayout: Sendable {
    let layout: Layout

    /// The place of a bin or a station.
    func place(of code: String) throws(PlanFault) -> PlaceID {
        if let station = layout.station(code) { return station.place }
        guard let bin = layout.bin(code) else {
            throw .unknown("\(code) is neither a bin nor a station of \(layout.warehouse); check the address")
        }
        if bin.isClosed {
            throw PlanFault(
                kind: "closed_bin",
                message:
                    "\(code) is on a closed shelf, where nobody is sent; strike it here, or under closed there"
            )
        }
        return bin.place
    }

    /// A number that two spellings of one bin or station share.
    func number(of code: String, at place: PlaceID) -> Int { layout.binIndex(code) ?? -1 - place.index }

    /// What people call a place: its station, the bin of it that was asked for, or any bin there.
    func name(of place: PlaceID, asked: [String] = []) -> String {
        layout.stations.first { $0.place == place }?.id.description
            ?? asked.first { layout.bin($0)?.place == place }
            ?? layout.bins.first { $0.place == place }?.address.description ?? "place \(place.index)"
    }

    /// The named place, or the layout's first station of kind start.
    func start(_ code: String?) throws(PlanFault) -> PlaceID {
        if let code { return try place(of: code) }
        guard let station = layout.firstStart else {
            throw .unknown("the layout has no station of kind start; give \"start\"")
        }
        return station.place
    }

    /// The named place, or the pack station nearest to the start.
    func end(_ code: String?, start: PlaceID) throws(PlanFault) -> PlaceID {
        if let code { return try place(of: code) }
        guard let nearest = layout.nearestPack(to: start) else {
            throw .unknown("the layout has no station of kind pack; give \"end\"")
        }
        return nearest.place
    }
}

extension Int {
    /// Millimetres as metres, for people and programs that read answers.
    var metres: JSONValue { .double(Double(self) / 1_000) }
}
