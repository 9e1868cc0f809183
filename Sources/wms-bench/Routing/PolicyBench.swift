import PickRouting
import WarehouseLayout

/// What walking by a rule costs over the shortest walk, by number of cross aisles.
struct PolicyBench {
    private static let crossAisles = [2, 3, 4, 5, 6]
    private static let picks = [10, 20, 40, 60, 100, 200]

    let instances: Int

    func run() throws {
        for policy in RoutingPolicy.allCases {
            let excesses = try Self.crossAisles.map { crossAisles in
                try Self.picks.flatMap { picks in
                    try (0..<instances).map { try excess(of: policy, crossAisles, picks, $0) }
                }
            }
            func list(_ figure: ([Double]) -> Double) -> String {
                excesses.map { "+\(Int((figure($0) * 100).rounded()))" }.joined(separator: " / ")
            }
            row(
                "\(policy.rawValue), 2 / 3 / 4 / 5 / 6 cross aisles, 10 to 200 picks, \(excesses[0].count) instances each",
                gap: "median \(list(median)) %, mean \(list(mean)) % over the optimum", time: "")
        }
    }

    private func excess(of policy: RoutingPolicy, _ crossAisles: Int, _ picks: Int, _ seed: Int) throws
        -> Double
    {
        let floor = BenchFloor.random(
            aisles: 20, cells: 45, crossAisles: crossAisles, picks: picks, seed: seed)
        let stops = floor.stops
        let shortest = try floor.planner.plan(from: floor.depot, to: floor.depot, stops: stops)
        let walk =
            policy == .code
            ? try floor.planner.plan(
                from: floor.depot, to: floor.depot, stops: stops, codeOrder: floor.codeOrder)
            : try floor.planner.plan(from: floor.depot, to: floor.depot, stops: stops, policy: policy)
        return Double(walk.lengthMM) / Double(shortest.lengthMM) - 1
    }
}
