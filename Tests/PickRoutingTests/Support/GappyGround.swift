import Common
import WarehouseLayout

@testable import PickRouting

/// A ground where from many a place no way leads to another.
struct GappyGround: WalkingGround {
    let rows: [[Int?]]

    var placeCount: Int { rows.count }
    var blockFloor: BlockFloor? { nil }

    /// - Parameter oneIn: of so many pairs one has no way.
    init(_ random: inout SplitMix64, places: Int, oneIn: Int) {
        rows = (0..<places).map { row in
            (0..<places).map {
                $0 == row ? 0 : random.chance(oneIn: oneIn) ? nil : random.next(in: 1...1_000)
            }
        }
    }

    private init(rows: [[Int?]]) { self.rows = rows }

    /// The same ground with ways along these places.
    func opened(along places: [Int]) -> GappyGround {
        var rows = rows
        for (from, to) in zip(places, places.dropFirst()) { rows[from][to] = rows[from][to] ?? 500 }
        return GappyGround(rows: rows)
    }

    /// The same ground without any way from these places.
    func closed(from places: [Int]) -> GappyGround {
        var rows = rows
        for place in places {
            for other in rows.indices where other != place { rows[place][other] = nil }
        }
        return GappyGround(rows: rows)
    }

    func distanceMM(from: PlaceID, to: PlaceID) -> Int? { rows[from.index][to.index] }

    /// The shortest walk class by class by trying every order; nil where there is none.
    func leastMM(from start: PlaceID, to end: PlaceID, stops: [TourStop]) -> Int? {
        var least: Int?
        func go(on here: PlaceID, _ walked: Int, _ left: [TourStop]) {
            if left.isEmpty, let last = distanceMM(from: here, to: end) {
                least = min(least ?? .max, walked + last)
            }
            let lowest = left.map(\.precedenceClass).min()
            for (index, stop) in left.enumerated() where stop.precedenceClass == lowest {
                guard let leg = distanceMM(from: here, to: stop.place) else { continue }
                var rest = left
                rest.remove(at: index)
                go(on: stop.place, walked + leg, rest)
            }
        }
        go(on: start, 0, stops)
        return least
    }
}
