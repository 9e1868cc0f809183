import Testing
import WarehouseLayout

@testable import wms

@Suite struct LayoutCheckTests {
    @Test(arguments: [2, 6]) func aFloorOfFewCrossAislesIsSolvedExactly(crossAisles: Int) throws {
        #expect(
            LayoutCheckCommand.tours(on: try floor(crossAisles))
                == "a rectangle of 2 aisles and \(crossAisles) cross aisles: the shortest tours are found exactly"
        )
    }

    @Test func aFloorOfManyCrossAislesIsSearched() throws {
        #expect(LayoutCheckCommand.tours(on: try floor(7)).hasSuffix("tours are found by search"))
    }

    @Test func aFloorThatIsTooWideIsSearched() throws {
        #expect(
            LayoutCheckCommand.tours(on: try floor(2, pitch: 4_200)).hasSuffix("tours are found by search"))
    }

    @Test func oneIsNoPlural() throws {
        let text = try LayoutCheckCommand.tours(on: floor(2, aisles: "A", pitch: nil))
        #expect(text.hasPrefix("a rectangle of 1 aisle and 2 cross aisles"))
    }

    private func floor(_ crossAisles: Int, aisles: String = "A..B", pitch: Int? = 5) throws -> Layout {
        let rows = (0..<crossAisles).map { "{id: R\($0), y: \($0 * 5)}" }.joined(separator: ", ")
        return try Layout(
            yaml: """
                warehouse: W
                cross_aisles: [\(rows)]
                aisles: [{id: \(aisles), x: 0\(pitch.map { ", pitch: \($0)" } ?? "")}]
                stations: [{id: S, kind: start, x: 0, y: 0}, {id: P, kind: pack, x: 0, y: 5}]
                """, file: "w.yaml")
    }
}
