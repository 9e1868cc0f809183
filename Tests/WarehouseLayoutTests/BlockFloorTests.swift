import Common
import Testing
import WarehouseLayout

@Suite struct BlockFloorTests {
    @Test(arguments: seeds) func walksAreAsLongAsTheGraphs(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let spec = FloorSpec(rectangle: &random, trouble: Int(seed % 4) * 5)
        guard let layout = try layout(spec), let floor = layout.blockFloor else { return }
        #expect(floor.positions.count == layout.placeCount)
        let naive = NaiveWalk(floor)
        for from in stride(from: 0, to: layout.placeCount, by: max(1, layout.placeCount / 24)) {
            let expected = naive.distances(from: "place \(from)")
            for to in 0..<layout.placeCount where to != from {
                let graph = layout.distanceMM(from: PlaceID(index: from), to: PlaceID(index: to))
                let form = expected["place \(to)"]
                if graph != form {
                    Issue.record("\(from) to \(to): \(graph ?? -1), not \(form ?? -1)\n\(spec.yaml)")
                }
            }
        }
    }

    @Test func mostRectanglesHaveOne() throws {
        var (rectangles, forms, open) = (0, 0, 0)
        for seed in UInt64(1)...60 {
            var random = SplitMix64(seed: seed)
            let spec = FloorSpec(rectangle: &random, trouble: Int(seed % 4) * 5)
            guard let layout = try layout(spec) else { continue }
            rectangles += 1
            if let floor = layout.blockFloor {
                (forms, open) = (forms + 1, open + (floor.isFullyOpen ? 1 : 0))
            }
        }
        #expect(rectangles > 40)
        #expect(forms * 10 > rectangles * 9)
        #expect(open > 10 && open < forms - 10)
    }

    @Test func theExampleIsTwoCrossAislesAndTenAisles() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        let floor = try #require(layout.blockFloor)
        #expect(floor.crossAisleYMM == [0, 30_000])
        #expect(floor.aisleXMM == (0..<10).map { 1_500 + $0 * 5_000 })
        #expect(floor.isFullyOpen)
        let depot = try #require(layout.station("DEPOT"))
        #expect(floor.positions[depot.place.index]?.line == .crossAisle(0, xMM: 1_500))
        #expect(floor.positions[depot.place.index]?.spurMM == 1_500)
    }

    @Test(arguments: [
        "cross_aisles: [{id: F, y: 0, one_way: right}, {id: B, y: 9, one_way: left}]",
        "cross_aisles: [{id: F, y: 0}, {id: B, y: 9}]\nwalkways: [{id: W, from: [0, 0], to: [4, 9]}]",
    ])
    func floorsThatAreNoRectangleHaveNone(head: String) throws {
        let yaml = """
            warehouse: W
            \(head)
            aisles: [{id: A..B, x: 0, pitch: 4}]
            stations: [{id: S, kind: start, x: 0, y: 0}, {id: P, kind: pack, x: 4, y: 0}]
            """
        #expect(try Layout(yaml: yaml, file: "w.yaml").blockFloor == nil)
    }
}

extension NaiveWalk {
    /// The walk over the rectangular form alone.
    init(_ floor: BlockFloor) {
        var columnStops = Array(repeating: Set(floor.crossAisleYMM), count: floor.aisleXMM.count)
        var rowStops = Array(repeating: Set(floor.aisleXMM), count: floor.crossAisleYMM.count)
        for (place, position) in floor.positions.enumerated() {
            guard let position else { continue }
            switch position.line {
            case .aisle(let column, let y):
                columnStops[column].insert(y)
                join("place \(place)", "\(floor.aisleXMM[column]),\(y)", position.spurMM)
            case .crossAisle(let row, let x):
                rowStops[row].insert(x)
                join("place \(place)", "\(x),\(floor.crossAisleYMM[row])", position.spurMM)
            }
        }
        for (column, stops) in columnStops.enumerated() {
            let ordered = stops.sorted()
            for (low, high) in zip(ordered, ordered.dropFirst()) where floor.isOpen(column, low, high) {
                join("\(floor.aisleXMM[column]),\(low)", "\(floor.aisleXMM[column]),\(high)", high - low)
            }
        }
        for (row, stops) in rowStops.enumerated() {
            let ordered = stops.sorted()
            for (low, high) in zip(ordered, ordered.dropFirst()) {
                let gap = floor.aisleXMM.firstIndex { $0 > low }.map { $0 - 1 } ?? -1
                guard gap < 0 || floor.isCrossingOpen[row][gap] else { continue }
                join("\(low),\(floor.crossAisleYMM[row])", "\(high),\(floor.crossAisleYMM[row])", high - low)
            }
        }
    }
}

extension BlockFloor {
    /// Whether every sub-aisle and every crossing can be walked from end to end.
    fileprivate var isFullyOpen: Bool {
        isSubAisleOpen.allSatisfy { $0.allSatisfy(\.self) }
            && isCrossingOpen.allSatisfy { $0.allSatisfy(\.self) }
            && barrierYMM.allSatisfy { $0.allSatisfy { $0 == nil } }
    }

    fileprivate func isOpen(_ column: Int, _ low: Int, _ high: Int) -> Bool {
        let block = (crossAisleYMM.firstIndex { $0 > low } ?? 1) - 1
        guard isSubAisleOpen[column][block] else { return false }
        return barrierYMM[column][block].map { !(low < $0 && $0 < high) } ?? true
    }
}
