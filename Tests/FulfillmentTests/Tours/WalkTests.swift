import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite struct WalkTests {
    @Test("By location code means bin by bin, also where two bins are reached from one place")
    func byLocationCode() throws {
        let site = try TestSite()
        for bin in ["A-1-03", "A-2-01", "A-2-03"] { try site.receive(1, "PEN", in: bin) }
        try site.send("O-1", [("PEN", 3)])
        let tour = try #require(try site.tours().first)
        let layout = try Layout(yaml: try TestSite.layoutText("wh-ny"), file: "wh-ny.yaml")
        let length = try layout.lengthMM(
            from: tour.start.text, through: ["A-1-03", "A-2-01", "A-2-03"], to: tour.finish.text)
        #expect(tour.byLocationCodeM == Double(length) / 1_000)
        #expect(tour.lengthM < Double(length) / 1_000)
    }
}

extension Layout {
    /// The walk through bins in this order.
    func lengthMM(from start: String, through bins: [String], to finish: String) throws -> Int {
        let places =
            try [#require(station(start)).place] + bins.map { try #require(bin($0)).place }
            + [#require(station(finish)).place]
        return try zip(places, places.dropFirst()).reduce(0) {
            $0 + (try #require(distanceMM(from: $1.0, to: $1.1)))
        }
    }
}
