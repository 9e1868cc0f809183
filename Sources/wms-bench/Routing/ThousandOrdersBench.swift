import PickRouting
import WarehouseLayout

/// A morning's work: 1,000 orders of one to four lines into tours of twelve totes, on several floors.
struct ThousandOrdersBench {
    /// The effort, the saving asked for, the time it may take; the second is that of the daemon.
    private static let asked: [(effort: Int, saved: Double, within: Double)] = [
        (2_000, 0.35, 10e6), (BatchPlanner.promptEffort, 0.35, 50e3),
    ]
    private static let floors: [(aisles: Int, cells: Int, crossAisles: Int)] = [
        (10, 90, 2), (20, 60, 2), (20, 60, 3), (40, 45, 3), (20, 60, 4),
    ]
    private static let seeds = [5, 6, 7]

    func run() throws {
        for asked in Self.asked {
            for floor in Self.floors { try run(floor, asked) }
        }
    }

    private func run(
        _ floor: (aisles: Int, cells: Int, crossAisles: Int),
        _ asked: (effort: Int, saved: Double, within: Double)
    ) throws {
        let answers = try Self.seeds.map { try answer(floor, effort: asked.effort, seed: $0) }
        let saved = mean(answers.map(\.saved))
        let spent = mean(answers.map(\.microseconds))
        let kind = "\(floor.aisles) aisles, \(floor.crossAisles) cross aisles, \(answers.count) seeds"
        row(
            "1,000 orders, 12 totes, \(kind), asked \(percent(asked.saved)) in \(time(asked.within))",
            gap: [
                "\(percent(saved)) less than first come first served",
                "\(String(rounded: saved / asked.saved)) of the saving asked",
                "least \(percent(answers.map(\.saved).min() ?? .nan))",
            ].joined(separator: "; "),
            time: "mean \(time(spent)); \(String(rounded: spent / asked.within)) of the time asked")
    }

    private func answer(
        _ shape: (aisles: Int, cells: Int, crossAisles: Int), effort: Int, seed: Int
    ) throws -> (saved: Double, microseconds: Double) {
        let places = 2_400
        let floor = BenchFloor.random(
            aisles: shape.aisles, cells: shape.cells, crossAisles: shape.crossAisles, picks: places,
            seed: seed)
        var dice = Dice(seed: UInt64(seed) + 4)
        let orders = (0..<1_000).map { _ in
            BatchOrder(places: (0...dice.roll(4)).map { _ in PlaceID(index: dice.roll(places)) })
        }
        let batcher = BatchPlanner(planner: floor.planner, limits: CartLimits(totes: 12))
        var total = 0
        let spent = try microseconds {
            total = try batcher.plan(orders, from: floor.depot, to: floor.depot, effort: effort).totalMM
        }
        let served = try batcher.firstComeFirstServed(orders, from: floor.depot, to: floor.depot).totalMM
        return (1 - Double(total) / Double(served), spent)
    }
}
