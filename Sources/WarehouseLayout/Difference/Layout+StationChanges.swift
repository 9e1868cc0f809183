extension Layout {
    /// What differs in the head of the file.
    func headChanges(from old: Layout) -> [NamedChange] {
        let lines = [
            ("warehouse", old.warehouse.text, warehouse.text), ("name", old.name, name),
            ("timezone", old.timezone, timezone),
            ("walk_speed", metresText(old.walkSpeedMMPerS), metresText(walkSpeedMMPerS)),
        ]
        return lines.filter { $0.1 != $0.2 }.map { NamedChange(name: $0.0, what: ["\($0.1) → \($0.2)"]) }
    }

    /// Stations that are new, gone, moved or no longer what they were.
    func stationChanges(from old: Layout) -> [NamedChange] {
        NamedChange.list(from: old.stations, to: stations, name: \.id.text) { was, station in
            var notes = ChangeNotes()
            notes.compare("moved", was.point, station.point) { "\($0)" }
            if was.point == station.point {
                notes.compare("reached from", old.foot(of: was), foot(of: station)) { "\($0)" }
            }
            notes.compare("kind", was.kind, station.kind) { $0.rawValue }
            notes.compare("printer", was.printer, station.printer) { $0 ?? "none" }
            notes.compare("dock", was.dock, station.dock) { $0?.text ?? "none" }
            notes.compare("slots", was.slots, station.slots) { $0.map { "\($0)" } ?? "none" }
            return notes.what
        }
    }

    /// Where a station's path leaves the walkways.
    private func foot(of station: Station) -> Point { spurs[station.place.index].first ?? station.point }

    func cartChanges(from old: Layout) -> [NamedChange] {
        NamedChange.list(from: old.carts, to: carts, name: \.id.text) { was, cart in
            var notes = ChangeNotes()
            notes.compare("totes", was.totes, cart.totes) { "\($0)" }
            notes.compare("tote", was.toteMM, cart.toteMM) { $0.map { "\($0)" } ?? "any" }
            notes.compare("max_weight", was.maxWeightG, cart.maxWeightG) { $0.map { "\($0)" } ?? "any" }
            notes.compare("areas", was.areas, cart.areas) {
                $0?.map(\.text).joined(separator: " ") ?? "everywhere"
            }
            return notes.what
        }
    }
}
