import WarehouseLayout

/// The straight walks off the grid: into and out of each place called at, out of the start, into the end.
enum SpurLength {
    /// - Parameter stops: each place once, unless none of them has a spur.
    static func totalMM(
        from start: PlaceID, to end: PlaceID, through stops: [TourStop], on floor: RectangularFloor
    ) -> Int {
        func spurMM(_ place: PlaceID) -> Int { Int(floor.points[place.index].spurMM) }
        var total = spurMM(start) + spurMM(end)
        // A walk that starts and ends where the stops are does not leave the spur.
        if start == end, total > 0, stops.allSatisfy({ $0.place == start }) { return 0 }
        for stop in stops where stop.place != start && stop.place != end { total += 2 * spurMM(stop.place) }
        return total
    }
}
