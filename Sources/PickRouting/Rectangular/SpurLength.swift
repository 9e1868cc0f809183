import WarehouseLayout

/// The straight walks off the grid: into and out of each place called at, out of the start, into the end.
struct SpurLength {
    let totalMM: Int

    /// - Parameter places: the stops, then the start, then the end.
    init(_ places: [PlaceID], on floor: RectangularFloor) {
        let stopCount = places.count - 2
        guard places.contains(where: { floor.points[$0.index].spurMM > 0 }) else {
            totalMM = 0
            return
        }
        let (start, end) = (places[stopCount], places[stopCount + 1])
        var counted: Set<PlaceID> = [start, end]
        var total = Int(floor.points[start.index].spurMM) + Int(floor.points[end.index].spurMM)
        for place in places[..<stopCount] where floor.points[place.index].spurMM > 0 {
            if counted.insert(place).inserted { total += 2 * Int(floor.points[place.index].spurMM) }
        }
        // Who starts where the stops are and ends there does not leave the spur.
        if start == end, places.allSatisfy({ $0 == start }) { total = 0 }
        totalMM = total
    }
}
