internal import Common

extension FloorPlan {
    /// Puts the stations on the floor, each joined to the lines by a straight path.
    mutating func placeStations(_ entries: [StationEntry]) {
        var lineByID: [String: Int] = [:]
        for entry in entries {
            let join = entry.join.map { areas.world($0) }
            for (step, id) in entry.ids.ids.enumerated() {
                if let first = lineByID[id] {
                    faults.add(
                        entry.ids.mark, like: "twin",
                        "station \(id) stands twice (first in line \(first)): rename one")
                    continue
                }
                lineByID[id] = entry.ids.mark.line
                guard stations.count < LayoutLimits.stationsMax else {
                    faults.add(entry.mark, "the layout has more than \(LayoutLimits.stationsMax) stations")
                    return
                }
                guard let point = point(entry.at.moved(by: entry.pitchMM, times: step), id),
                    let place = place(at: point, join: join, entry.ids.mark, id)
                else { continue }
                stations.append(
                    Station(
                        id: StationID(id), kind: entry.kind, place: place, point: point,
                        printer: entry.printer,
                        dock: entry.dock.map { StationID(upperCased($0.text)) }, slots: entry.slots))
                stationMarks.append(entry.ids.mark)
            }
        }
        checkDocks(entries)
    }

    private func checkDocks(_ entries: [StationEntry]) {
        let docks = stations.filter { $0.kind == .dock }.map(\.id.text)
        for entry in entries {
            guard let word = entry.dock, !docks.contains(upperCased(word.text)) else { continue }
            let near = nearestWord(to: upperCased(word.text), among: docks).map { "did you mean \($0)?" }
            let fix = near ?? "add it to stations with kind: dock"
            faults.add(word.mark, "there is no dock \"\(word.text)\": \(fix)")
        }
    }
}
