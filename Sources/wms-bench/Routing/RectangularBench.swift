import PickRouting
import WarehouseLayout

/// Exact tours on floors of 20 aisles: proven, so that only the time is open.
struct RectangularBench {
    let instances: Int

    func run() throws {
        for crossAisles in 2...6 {
            for picks in [20, 60, 200] {
                var times: [Double] = []
                for seed in 0..<instances {
                    let floor = BenchFloor.random(
                        aisles: 20, cells: 45, crossAisles: crossAisles, picks: picks, seed: seed)
                    let stops = floor.stops
                    for _ in 0..<5 {
                        times.append(
                            try microseconds {
                                let tour = try floor.planner.plan(
                                    from: floor.depot, to: floor.depot, stops: stops)
                                precondition(tour.isOptimal && tour.method == .aisleDP)
                            })
                    }
                }
                row(
                    "\(crossAisles) cross aisles, 20 aisles, \(picks) picks", gap: "0, proven",
                    time: time(median(times)))
            }
        }
    }
}
