import PickRouting
import WarehouseLayout

/// Tours known only by their matrix, beside other solvers on the same matrices.
struct AnyGraphBench {
    /// Stops, and disturbances that fit the time a tour of this size may take.
    private static let sizes = [(stops: 12, effort: 0), (60, 40), (100, 150), (200, 700)]

    let instances: Int
    let python: String

    func run() throws {
        for (stops, effort) in Self.sizes {
            let matrices = (0..<instances).map { matrix(stops: stops, seed: $0) }
            var lengths: [Int] = []
            var times: [Double] = []
            for rows in matrices {
                let planner = TourPlanner(ground: try DistanceMatrix(rows: rows))
                let asked = (1...stops).map { TourStop(place: PlaceID(index: $0)) }
                var best: [Double] = []
                var length = 0
                for _ in 0..<3 {
                    best.append(
                        try microseconds {
                            let start = PlaceID(index: 0)
                            length = try planner.plan(from: start, to: start, stops: asked, effort: effort)
                                .lengthMM
                        })
                }
                lengths.append(length)
                times.append(median(best))
            }
            report(stops: stops, lengths: lengths, meanMS: mean(times) / 1_000, matrices: matrices)
        }
    }

    private func report(stops: Int, lengths: [Int], meanMS: Double, matrices: [[[Int]]]) {
        let (answers, skipped) = PeerSolvers(python: python).solve(matrices)
        let best = lengths.indices.map { index in
            answers.compactMap { $0.lengths.isEmpty ? nil : $0.lengths[index] }.min() ?? lengths[index]
        }
        func gap(_ lengths: [Int]) -> String {
            percent(mean(zip(lengths, best).map { Double($0 - $1) / Double($1) }))
        }
        row("any graph, \(stops) stops", gap: gap(lengths), time: time(meanMS * 1_000))
        for answer in answers {
            let ratio = answer.meanMilliseconds / meanMS
            let comparison = time(answer.meanMilliseconds * 1_000) + ", ×\((ratio * 10).rounded() / 10)"
            row("– \(answer.peer)", gap: gap(answer.lengths), time: comparison)
        }
        for line in skipped { row("– \(line)", gap: "", time: "") }
    }

    /// Picks on floors of 2, 3 and 6 cross aisles in turn, no two at one point, the depot first.
    private func matrix(stops: Int, seed: Int) -> [[Int]] {
        let crossAisles = [2, 3, 6][seed % 3]
        let floor = BenchFloor.random(
            aisles: 20, cells: 45, crossAisles: crossAisles, picks: stops * 2, seed: seed + 77)
        var places = [floor.depot]
        for stop in floor.stops.map(\.place) where places.count <= stops {
            if places.allSatisfy({ floor.ground.distanceMM(from: $0, to: stop) != 0 }) { places.append(stop) }
        }
        return places.map { from in places.map { floor.ground.distanceMM(from: from, to: $0) ?? 0 } }
    }
}
