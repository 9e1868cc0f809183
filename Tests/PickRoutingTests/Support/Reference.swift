import WarehouseLayout

@testable import PickRouting

extension WalkingGround {
    /// The same distances without the rectangular form, so that no method can use it.
    func asMatrix() throws -> DistanceMatrix {
        let none = 50_000_000
        return try DistanceMatrix(
            rows: (0..<placeCount).map { row in
                (0..<placeCount).map { column in
                    distanceMM(from: PlaceID(index: row), to: PlaceID(index: column)) ?? none
                }
            })
    }

    /// The walk through the stops in the tour's order, leg by leg.
    func walkMM(from start: PlaceID, to end: PlaceID, stops: [TourStop], tour: Tour) -> Int? {
        var total = 0
        var here = start
        for place in tour.order.map({ stops[$0].place }) + [end] {
            guard let leg = distanceMM(from: here, to: place) else { return nil }
            total += leg
            here = place
        }
        return total
    }
}

/// Places 0..<count as stops, without classes.
func stops(_ places: some Sequence<Int>) -> [TourStop] { places.map { TourStop(place: PlaceID(index: $0)) } }
