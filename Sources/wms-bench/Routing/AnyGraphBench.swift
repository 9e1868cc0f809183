import PickRouting
import WarehouseLayout

/// Tours known only by their matrix, beside other solvers on the same matrices.
struct AnyGraphBench {
    private struct Size {
        let stops: Int
        /// Perturbations that fit the time a tour of this size may take.
        let effort: Int
        /// The same where aisles are one-way.
        let directedEffort: Int
        let askedGap: Double
        let askedMS: Double
    }

    private static let sizes = [
        Size(stops: 12, effort: 0, directedEffort: 0, askedGap: 0, askedMS: 1),
        Size(stops: 60, effort: 40, directedEffort: 100, askedGap: 0.001, askedMS: 1),
        Size(stops: 100, effort: 150, directedEffort: 250, askedGap: 0.001, askedMS: 3),
        Size(stops: 200, effort: 700, directedEffort: 1_000, askedGap: 0.001, askedMS: 10),
    ]

    let instances: Int
    let python: String

    func run() throws {
        for size in Self.sizes {
            try compare(
                "any graph, \(size.stops) stops", size, effort: size.effort,
                (0..<instances).map { floorMatrix(size.stops, $0) })
        }
        for size in Self.sizes {
            try compare(
                "any graph, one-way aisles, \(size.stops) stops", size, effort: size.directedEffort,
                (0..<instances).map { try oneWayMatrix(size.stops, $0) })
        }
    }

    private func compare(_ name: String, _ size: Size, effort: Int, _ matrices: [[[Int]]]) throws {
        try PeerComparison(
            name: name, askedGap: size.askedGap, askedMicroseconds: size.askedMS * 1_000, python: python
        ).print(matrices.map { try solve($0, effort: effort) }, matrices)
    }

    private func solve(_ rows: [[Int]], effort: Int) throws -> PeerComparison.Ours {
        let planner = TourPlanner(ground: try DistanceMatrix(rows: rows))
        let asked = (1..<rows.count).map { TourStop(place: PlaceID(index: $0)) }
        let start = PlaceID(index: 0)
        var times: [Double] = []
        var (length, bound) = (0, 0)
        for _ in 0..<3 {
            times.append(
                try microseconds {
                    let tour = try planner.plan(from: start, to: start, stops: asked, effort: effort)
                    (length, bound) = (tour.lengthMM, tour.lowerBoundMM)
                })
        }
        return .init(lengthMM: length, lowerBoundMM: bound, microseconds: median(times))
    }

    /// Picks on floors of 2, 3 and 6 cross aisles in turn, no two at one point, the depot first.
    private func floorMatrix(_ stops: Int, _ seed: Int) -> [[Int]] {
        let crossAisles = [2, 3, 6][seed % 3]
        let floor = BenchFloor.random(
            aisles: 20, cells: 45, crossAisles: crossAisles, picks: stops * 2, seed: seed + 77)
        return distinct(stops, floor.stops.map(\.place), from: floor.depot) {
            floor.ground.distanceMM(from: $0, to: $1) ?? 0
        }
    }

    /// Picks on a floor of 20 aisles and 3 cross aisles whose aisles lead up and down in turn.
    private func oneWayMatrix(_ stops: Int, _ seed: Int) throws -> [[Int]] {
        let layout = try Layout(yaml: Self.oneWayFloor, file: "one-way")
        var dice = Dice(seed: UInt64(seed + 177))
        let places = (0..<stops * 3).map { _ in layout.bins[dice.roll(layout.bins.count)].place }
        return distinct(stops, places, from: layout.stations[0].place) {
            $0 == $1 ? 0 : layout.distanceMM(from: $0, to: $1) ?? 0
        }
    }

    private func distinct(
        _ stops: Int, _ candidates: [PlaceID], from depot: PlaceID, _ distanceMM: (PlaceID, PlaceID) -> Int
    ) -> [[Int]] {
        var places = [depot]
        for stop in candidates where places.count <= stops {
            if places.allSatisfy({ distanceMM($0, stop) != 0 }) { places.append(stop) }
        }
        return places.map { from in places.map { distanceMM(from, $0) } }
    }

    private static let oneWayFloor = """
        warehouse: ONE-WAY
        name: Aisles that lead up and down in turn
        cross_aisles: [{id: FRONT, y: 0}, {id: MIDDLE, y: 24}, {id: BACK, y: 48}]
        aisles:
          - {id: A..J, x: 0, pitch: 10, one_way: up, shelves: &runs [
              {count: 44, first_y: 1.5, length: 1, sides: both, bins: {columns: 1, levels: 1, size: [900, 600, 400]}},
              {count: 44, first_y: 25.5, length: 1, sides: both, bins: {columns: 1, levels: 1, size: [900, 600, 400]}}]}
          - {id: K..T, x: 5, pitch: 10, one_way: down, shelves: *runs}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: 0}
          - {id: PACK, kind: pack, x: 5, y: 0}
        """
}
