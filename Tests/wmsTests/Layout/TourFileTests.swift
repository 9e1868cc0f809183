import Testing
import WarehouseLayout

@testable import wms

struct TourFileTests {
    @Test func `a tour goes from the first start to the pack station nearest to that`() throws {
        let layout = try smallFloor()
        let tour = try TourFile(layout: layout, path: "t.json").read(
            "{\"id\":\"t\",\"stops\":[\"a-1-1\",{\"bin\":\"B-3-01\",\"qty\":2}],\"length_m\":35.0}\n")
        #expect(tour.bins.map(\.address.text) == ["A-1-01", "B-3-01"])
        #expect(tour.start == layout.station("S-1")?.place)
        #expect(tour.end == layout.station("P-1")?.place)
    }

    @Test func `the line's own start and end go before`() throws {
        let layout = try smallFloor()
        let line = "{\"start\":\"s-2\",\"end\":\"P-1\",\"stops\":[\"B-3-01\"]}"
        let tour = try TourFile(layout: layout, path: "t.json").read(line)
        #expect(tour.start == layout.station("S-2")?.place)
        #expect(tour.end == layout.station("P-1")?.place)
        let named = try TourFile(layout: layout, path: "t.json", start: "S-1", end: "p-2").read(line)
        #expect(named.start == layout.station("S-1")?.place)
        #expect(named.end == layout.station("P-2")?.place)
    }

    @Test(arguments: [
        ("", "holds no tour"), ("{\"id\":1}", "holds no stops"), ("{", "byte 1"),
        ("{\"stops\":[\"Z-1-1\"]}", "no bin \"Z-1-1\""), ("{\"stops\":[7]}", "no bin \"7\""),
        ("{\"stops\":[],\"end\":\"P-9\"}", "no station \"P-9\""),
        ("{\"stops\":[\"B-3-01\"],\"length_m\":29.5}", "with --start and --end"),
    ])
    func `what is no tour of this layout is refused`(text: String, words: String) throws {
        let layout = try smallFloor()
        let error = try #require(throws: InputFileError.self) {
            try TourFile(layout: layout, path: "t.json").read(text)
        }
        #expect(error.description.hasPrefix("t.json") && error.description.contains(words), "\(error)")
    }
}
