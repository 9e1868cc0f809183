import Common
import Foundation
import Testing
import WarehouseLayout

/// How many seeds the suites by chance run: `WMS_TEST_SEEDS`, or few.
let seeds = 1...(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"].flatMap { UInt64($0) } ?? 20)

/// The layout of a floor made by chance; nil where it cannot be walked, which the layout must have refused.
func layout(_ spec: FloorSpec) throws -> Layout? {
    do {
        return try Layout(yaml: spec.yaml, file: "chance.yaml")
    } catch {
        let expected = ["cannot be reached", "no pack station can be reached", "meets no aisle"]
        for fault in error.faults {
            try #require(expected.contains { fault.message.contains($0) }, "\(fault)\n\(spec.yaml)")
        }
        return nil
    }
}

@Suite struct DistanceTests {
    @Test(arguments: seeds) func equalNaiveSearchOnRectangles(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try check(FloorSpec(rectangle: &random, trouble: Int(seed % 4) * 5))
    }

    @Test(arguments: seeds) func equalNaiveSearchOnDirectedGraphs(seed: UInt64) throws {
        var random = SplitMix64(seed: seed &+ 1_000_000)
        try check(FloorSpec(directed: &random))
    }

    private func check(_ spec: FloorSpec) throws {
        guard let layout = try layout(spec) else { return }
        let naive = NaiveWalk(spec, layout)
        var vertices: [PlaceID: String] = [:]
        for bin in layout.bins {
            let point = layout.point(of: bin.place)
            vertices[bin.place] = "\(point.xMM),\(point.yMM)"
        }
        for station in layout.stations { vertices[station.place] = "station \(station.id)" }
        let places = vertices.sorted { $0.key < $1.key }
        let step = max(1, places.count / 24)
        for (from, fromName) in places.enumerated().filter({ $0.offset % step == 0 }).map(\.element) {
            let expected = naive.distances(from: fromName)
            for (to, toName) in places {
                let found = layout.distanceMM(from: from, to: to)
                if found != expected[toName] {
                    let want = String(describing: expected[toName])
                    Issue.record(
                        "\(fromName) to \(toName): \(String(describing: found)), not \(want)\n\(spec.yaml)")
                }
                checkPath(layout, from, to, found, isExact: spec.walkways.isEmpty)
            }
        }
    }

    private func checkPath(_ layout: Layout, _ from: PlaceID, _ to: PlaceID, _ distance: Int?, isExact: Bool)
    {
        let path = layout.path(from: from, to: to)
        let walked = zip(path, path.dropFirst()).reduce(0) { $0 + $1.0.straightMM(to: $1.1) }
        let isRight =
            path.isEmpty
            ? distance == nil
            : path.first == layout.point(of: from) && path.last == layout.point(of: to)
                && (!isExact || walked == distance)
        if !isRight { Issue.record("\(path) walks \(walked), not \(String(describing: distance))") }
    }
}
