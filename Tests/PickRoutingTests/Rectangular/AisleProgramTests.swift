import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Exact tours on rectangular floors")
struct AisleProgramTests {
    /// So many floors are played for each seed: thousands in a thorough run.
    private static let floorsPerSeed: UInt64 = isQuick ? 1 : 60

    private var games: Range<UInt64> { 0..<(UInt64(seeds.count) * Self.floorsPerSeed) }

    @Test("equal Held–Karp with start and end anywhere", arguments: 2...6)
    func equalsHeldKarp(crossAisles: Int) throws {
        for seed in games { try compare(seed: seed, crossAisles: crossAisles, closures: false) }
    }

    @Test("equal Held–Karp where stretches, crossings and aisles are closed", arguments: 2...6)
    func equalsHeldKarpWithClosures(crossAisles: Int) throws {
        for seed in games { try compare(seed: seed + 1_000_000, crossAisles: crossAisles, closures: true) }
    }

    private func compare(seed: UInt64, crossAisles: Int, closures: Bool) throws {
        var random = SplitMix64(seed: seed * 10 + UInt64(crossAisles))
        let count = random.next(in: 1...9)
        let floor = RandomFloor(
            &random, crossAisles: crossAisles, aisles: random.next(in: 1...6), places: count + 2,
            closures: closures)
        let ground = BlockFloorGround(floor.floor)
        let (start, end) = (
            PlaceID(index: count), PlaceID(index: random.chance(oneIn: 2) ? count : count + 1)
        )
        let asked = stops(0..<count)
        let isReachable = (0..<count + 2).allSatisfy {
            ground.distanceMM(from: start, to: PlaceID(index: $0)) != nil
        }
        guard isReachable else { return }
        let tour = try TourPlanner(ground: ground).plan(from: start, to: end, stops: asked)
        let reference = try TourPlanner(ground: ground.asMatrix()).plan(from: start, to: end, stops: asked)
        #expect(reference.method == .heldKarp, "seed \(seed)")
        #expect(tour.method == .aisleDP, "seed \(seed)")
        #expect(tour.lengthMM == reference.lengthMM, "seed \(seed): \(floor.floor)")
        #expect(tour.isOptimal, "seed \(seed)")
        #expect(tour.order.sorted() == Array(0..<count), "seed \(seed)")
        let walkedMM = ground.walkMM(from: start, to: end, stops: asked, tour: tour)
        #expect(walkedMM == tour.lengthMM, "seed \(seed)")
    }
}
