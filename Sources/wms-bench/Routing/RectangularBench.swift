import PickRouting
import WarehouseLayout

/// Exact tours on floors of 20 aisles: proven, so that only the time is open.
struct RectangularBench {
    /// By number of cross aisles: how long a tour may take, and the literature's time for its length alone.
    private static let asked: [(crossAisles: Int, microseconds: Double, lengthMicroseconds: Double)] = [
        (2, 5, 1), (3, 25, 6), (4, 200, 40), (5, 2_000, 400), (6, 10_000, 3_000),
    ]
    private static let picks = [20, 60, 200]
    /// Peers take seconds where this takes microseconds: they get the middle size of a few instances.
    private static let peerPicks = 60
    private static let peerInstances = 4
    private static let rounds = 5

    let instances: Int
    let python: String

    func run() throws {
        for asked in Self.asked {
            for picks in Self.picks {
                let floors = (0..<instances).map { seed in
                    BenchFloor.random(
                        aisles: 20, cells: 45, crossAisles: asked.crossAisles, picks: picks, seed: seed)
                }
                let name = "\(asked.crossAisles) cross aisles, 20 aisles, \(picks) picks"
                let withPeers = picks == Self.peerPicks ? floors.prefix(Self.peerInstances) : []
                try PeerComparison(
                    name: name, askedGap: 0, askedMicroseconds: asked.microseconds, python: python
                ).print(floors.map(tour), withPeers.map(\.matrix))
                let lengths = try floors.map(lengthMicroseconds)
                row(
                    "– the length alone, as batching asks for it; literature \(time(asked.lengthMicroseconds))",
                    gap: "0, proven", time: "mean \(time(mean(lengths)))")
            }
        }
    }

    private func tour(on floor: BenchFloor) throws -> PeerComparison.Ours {
        let stops = floor.stops
        var times: [Double] = []
        var (length, bound) = (0, 0)
        for _ in 0..<Self.rounds {
            times.append(
                try microseconds {
                    let tour = try floor.planner.plan(from: floor.depot, to: floor.depot, stops: stops)
                    (length, bound) = (tour.lengthMM, tour.lowerBoundMM)
                })
        }
        return .init(lengthMM: length, lowerBoundMM: bound, microseconds: median(times))
    }

    /// Of one of many measures in a row, as searches make them.
    private func lengthMicroseconds(on floor: BenchFloor) throws -> Double {
        let places = floor.stops.map(\.place)
        guard let meter = floor.planner.meter(from: floor.depot, to: floor.depot, places: places) else {
            return .nan
        }
        let all = meter.set(of: places.indices)
        var total = 0
        let spent = microseconds { for _ in 0..<Self.rounds { total += meter.lengthMM(of: all) } }
        let tour = try floor.planner.plan(from: floor.depot, to: floor.depot, stops: floor.stops)
        return total == Self.rounds * tour.lengthMM ? spent / Double(Self.rounds) : .nan
    }
}
