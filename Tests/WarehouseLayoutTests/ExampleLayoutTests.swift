import Testing
import WarehouseLayout

/// The layouts that come with the project load, and are what their comments say.
@Suite struct ExampleLayoutTests {
    @Test func twoBlocksBetweenThreeCrossAisles() throws {
        let layout = try Layout(yaml: exampleText("wh-nj"), file: "wh-nj.yaml")
        let floor = try #require(layout.blockFloor)
        #expect(floor.crossAisleYMM == [0, 30_000, 60_000])
        #expect(floor.aisleXMM.count == 12)
        #expect(layout.bins.count == 12 * 40 * 13 + 15)
        #expect(layout.bin("03-07-B2")?.address.text == "03-7-05")
        #expect(layout.bin("12-1-01")?.access == "hazmat")
        #expect(layout.bin("04-31-01")?.isClosed == true)
        #expect(floor.barrierYMM[6][0] != nil)
    }

    @Test func fiftyAislesHoldMoreThanFiftyThousandBins() throws {
        let layout = try Layout(yaml: exampleText("wh-pa"), file: "wh-pa.yaml")
        #expect(layout.bins.count == 54_000)
        #expect(layout.blockFloor?.aisleXMM.count == 50)
        #expect(layout.blockFloor?.crossAisleYMM.count == 4)
    }

    @Test func theOldMillIsNoRectangleButAllOfItIsReached() throws {
        let layout = try Layout(yaml: exampleText("wh-oh"), file: "wh-oh.yaml")
        #expect(layout.blockFloor == nil)
        let start = try #require(layout.station("DEPOT")?.place)
        let (up, down) = (
            try #require(layout.bin("E-1-01")?.place), try #require(layout.bin("E-13-01")?.place)
        )
        let (forth, back) = (layout.distanceMM(from: up, to: down), layout.distanceMM(from: down, to: up))
        #expect(try #require(forth) < #require(back))
        let loft = try #require(layout.bin("M-8-01")?.place)
        let below = try #require(layout.bin("C-14-01")?.place)
        let (foot, cart) = (
            layout.distanceMM(from: loft, to: below, by: .foot), layout.distanceMM(from: loft, to: below)
        )
        #expect(try #require(foot) < #require(cart))
        #expect(layout.bin("K-2-503")?.level == 5)
        #expect(layout.bin("K-2-503")?.temperature == "chilled")
        #expect(layout.path(from: start, to: loft).last?.floor == 1)
    }
}
