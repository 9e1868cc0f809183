import JSON
import WarehouseLayout

/// Finds the places that a plan's lines name.
struct PlanLayout: Sendable {
    let layout: Layout

    func place(of code: String) throws(PlanFault) -> PlaceID {
        if let station = layout.station(code) { return station.place }
        return try bin(code).place
    }

    func bin(_ code: String) throws(PlanFault) -> Bin {
        guard let bin = layout.bin(code) else {
            throw .unknown("\(code) is neither a bin nor a station of \(layout.warehouse); check the address")
        }
        return bin
    }

    /// The named place, or where the layout's first carts are taken.
    func start(_ value: JSONValue?) throws(PlanFault) -> PlaceID {
        if let value { return try place(of: Self.text(value, "start")) }
        guard let station = layout.stations.first(where: { $0.kind == .start }) else {
            throw .unknown("the layout has no station of kind start; give \"start\"")
        }
        return station.place
    }

    /// The named place, or the pack station nearest to the start.
    func end(_ value: JSONValue?, start: PlaceID) throws(PlanFault) -> PlaceID {
        if let value { return try place(of: Self.text(value, "end")) }
        let packs = layout.stations.filter { $0.kind == .pack }
        let nearest = packs.min {
            layout.distanceMM(from: start, to: $0.place) ?? .max < layout.distanceMM(
                from: start, to: $1.place) ?? .max
        }
        guard let nearest else { throw .unknown("the layout has no station of kind pack; give \"end\"") }
        return nearest.place
    }

    static func text(_ value: JSONValue, _ key: String) throws(PlanFault) -> String {
        guard let text = value.string else {
            throw .malformed("\(key) must be a text, not \(value.typeName)")
        }
        return text
    }

    static func int(_ value: JSONValue?, _ key: String) throws(PlanFault) -> Int {
        guard let int = value?.int else { throw .malformed("\(key) must be a whole number") }
        return int
    }

    static func list(_ value: JSONValue?, _ key: String) throws(PlanFault) -> [JSONValue] {
        guard let list = value?.array else { throw .malformed("\(key) must be a list") }
        return list
    }
}

extension Int {
    /// Millimetres as metres, for people and programs that read answers.
    var metres: JSONValue { .double(Double(self) / 1_000) }
}
