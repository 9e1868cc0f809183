import Foundation
import Testing
import WarehouseLayout

@Suite struct LayoutTests {
    @Test func theExampleOfTenAislesHoldsWhatItSays() throws {
        let layout = try Layout(yaml: exampleText("wh-ny"), file: "wh-ny.yaml")
        #expect(layout.bins.count == 10 * 20 * 12)
        #expect(layout.warehouse.text == "WH-NY")
        let water = try #require(layout.bin("B-3-12"))
        let phone = try #require(layout.bin("d-01-5"))
        #expect((water.level, water.column) == (4, 3))
        #expect(layout.point(of: water.place) == Point(xMM: 6_500, yMM: 5_500))
        #expect(layout.point(of: phone.place) == Point(xMM: 16_500, yMM: 1_500))
        #expect(layout.distanceMM(from: water.place, to: phone.place) == 5_500 + 10_000 + 1_500)
        let depot = try #require(layout.station("DEPOT"))
        #expect(layout.distanceMM(from: depot.place, to: water.place) == 6_500 + 5_500)
        #expect(
            layout.path(from: depot.place, to: water.place) == [
                Point(xMM: 0, yMM: 0), Point(xMM: 6_500, yMM: 0), Point(xMM: 6_500, yMM: 5_500),
            ])
    }
}

func exampleText(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "layouts/\(name).yaml"), encoding: .utf8)
}
