extension FloorPlan {
    /// One network for all where every walkway admits everybody; else one for each means, in their order.
    func networks(_ junctions: Junctions) -> [WalkNetwork] {
        guard faults.isEmpty || junctions.points.count <= LayoutLimits.junctionsMax else { return [] }
        let differ = lines.lines.contains { !$0.notFor.isEmpty }
        let means: [Means?] = differ ? Means.allCases.map { $0 } : [nil]
        return means.map { WalkNetwork(junctions, places, nodePoints: lines.points, for: $0) }
    }

    /// Notes a floor whose distances would not fit into memory or numbers.
    func checkSize(_ junctions: Junctions) {
        if junctions.points.count > LayoutLimits.junctionsMax {
            faults.add(
                .top,
                "the walkways meet or end in \(junctions.points.count) points, more than "
                    + "\(LayoutLimits.junctionsMax): use fewer cross aisles or longer aisles")
        }
        let total = junctions.stretches.reduce(0) { $0 + $1.lengthMM }
        if total >= Int(JunctionTable.unreachable) {
            faults.add(
                .top,
                "all walkways together are \(metresText(total)) m long, more than 2,147 km: check the lengths"
            )
        }
    }

    /// Notes bins and stations that nobody can walk to from a start, or from which no pack station can be reached.
    ///
    /// It is enough that somebody can: on foot where a walkway admits no cart.
    func checkReach(_ networks: [WalkNetwork]) {
        guard isWhole else { return }
        let starts = stations.filter { $0.kind == .start }.map(\.place)
        let packs = stations.filter { $0.kind == .pack }.map(\.place)
        if starts.isEmpty {
            faults.add(.top, "there is no start: add a station with kind: start, where carts are taken")
        }
        if packs.isEmpty { faults.add(.top, "there is no pack station: add a station with kind: pack") }
        guard !starts.isEmpty, !packs.isEmpty, !networks.isEmpty else { return }
        let isReached = flags(networks) { network, place in
            starts.contains { network.distanceMM(from: $0, to: place) != nil }
        }
        let leadsHome = flags(networks) { network, place in
            packs.contains { network.distanceMM(from: place, to: $0) != nil }
        }
        func check(_ place: PlaceID, _ name: String, _ mark: TextMark) {
            if !isReached[place.index] {
                faults.add(
                    mark, like: "unreached",
                    "\(name) cannot be reached from a start: check closed, one_way and the cross aisles it meets"
                )
            } else if !leadsHome[place.index] {
                faults.add(
                    mark, like: "no way home",
                    "from \(name) no pack station can be reached: check closed, one_way and the cross aisles it meets"
                )
            }
        }
        for (bin, mark) in zip(bins, binMarks) where !bin.isClosed {
            check(bin.place, bin.address.text, mark)
        }
        for (station, mark) in zip(stations, stationMarks) { check(station.place, station.id.text, mark) }
    }

    private func flags(_ networks: [WalkNetwork], _ test: (WalkNetwork, PlaceID) -> Bool) -> [Bool] {
        places.places.indices.map { index in networks.contains { test($0, PlaceID(index: index)) } }
    }
}
