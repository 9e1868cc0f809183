import Common
import Foundation
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Tours on layout files")
struct LayoutTourTests {
    private static func layout(_ name: String) throws -> Layout {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../layouts")
            .standardized
        let path = folder.appending(path: name).path
        return try Layout(yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
    }

    @Test(
        "equal Held–Karp on the layout's own distances",
        arguments: ["wh-ny.yaml", "wh-nj.yaml", "wh-pa.yaml", "wh-oh.yaml"], seeds)
    func equalsHeldKarp(name: String, seed: UInt64) throws {
        let layout = try Self.layout(name)
        var random = SplitMix64(seed: seed)
        let start = try #require(layout.stations.first { $0.kind == .start }).place
        let end = try #require(layout.stations.first { $0.kind == .pack }).place
        var places: [PlaceID] = []
        while places.count < 9 {
            let place = layout.bins[random.next(in: 0..<layout.bins.count)].place
            if layout.distanceMM(from: start, to: place) != nil,
                layout.distanceMM(from: place, to: end) != nil
            {
                places.append(place)
            }
        }
        let tour = try TourPlanner(layout: layout).plan(
            from: start, to: end, stops: places.map { TourStop(place: $0) })
        let all = places + [start, end]
        let matrix = try DistanceMatrix(
            rows: all.map { from in
                all.map { from == $0 ? 0 : layout.distanceMM(from: from, to: $0) ?? 50_000_000 }
            })
        let reference = try TourPlanner(ground: matrix)
            .plan(from: PlaceID(index: 9), to: PlaceID(index: 10), stops: stops(0..<9))
        #expect(tour.lengthMM == reference.lengthMM)
        #expect(tour.isOptimal)
        #expect(layout.blockFloor == nil || tour.method == .aisleDP)
    }

    @Test("a locked stop comes first, the rest is the shortest from there", arguments: seeds)
    func locked(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ground = BlockFloorGround(RandomFloor(&random, crossAisles: 3, aisles: 5, places: 9).floor)
        let planner = TourPlanner(ground: ground)
        let (start, end) = (PlaceID(index: 7), PlaceID(index: 8))
        let tour = try planner.plan(from: start, to: end, stops: stops(0..<7), locking: 4)
        let rest = try planner.plan(from: PlaceID(index: 4), to: end, stops: stops([0, 1, 2, 3, 5, 6]))
        #expect(tour.order.first == 4 && tour.order.sorted() == Array(0..<7))
        #expect(tour.lengthMM == (ground.distanceMM(from: start, to: PlaceID(index: 4)) ?? 0) + rest.lengthMM)
        #expect(tour.isOptimal)
    }
}
