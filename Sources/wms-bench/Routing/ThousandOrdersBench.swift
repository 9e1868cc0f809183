import PickRouting
import WarehouseLayout

/// A morning's work: 1,000 orders of one to four lines into tours of twelve totes.
struct ThousandOrdersBench {
    private static let effort = 1_000

    func run() throws {
        for crossAisles in [2, 3] {
            let floor = BenchFloor.random(
                aisles: 20, cells: 60, crossAisles: crossAisles, picks: 2_400, seed: 5)
            var dice = Dice(seed: 9)
            let orders = (0..<1_000).map { _ in
                BatchOrder(places: (0...dice.roll(4)).map { _ in PlaceID(index: dice.roll(2_400)) })
            }
            let batcher = BatchPlanner(planner: floor.planner, limits: CartLimits(totes: 12))
            var total = 0
            let spent = try microseconds {
                total = try batcher.plan(orders, from: floor.depot, to: floor.depot, effort: Self.effort)
                    .totalMM
            }
            let served = try batcher.firstComeFirstServed(orders, from: floor.depot, to: floor.depot).totalMM
            row(
                "1,000 orders, 12 totes, \(crossAisles) cross aisles",
                gap: "\(percent(1 - Double(total) / Double(served))) less than first come first served",
                time: time(spent))
        }
    }
}
